using System.Globalization;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using Shouldly;

namespace AigoPortal.Web.Tests.Localization;

public class TaipeiInstantBinderTests
{
    [Theory]
    [InlineData("2026-07-15T12:00", "2026-07-15T04:00:00Z")]
    [InlineData("2026-07-15T12:00:30", "2026-07-15T04:00:30Z")]
    [InlineData("2026-07-15T12:00:00+09:00", "2026-07-15T03:00:00Z")]
    [InlineData("2026-07-15T12:00:00Z", "2026-07-15T12:00:00Z")]
    public async Task WhatWasTyped_IsTaipeisClock_UnlessItSaysOtherwise(string typed, string instant)
    {
        var (result, _) = await Bind(typed);
        result.ShouldBe(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        ((DateTimeOffset)result!).Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public async Task WhatIsNoInstant_IsSaidAtTheField(string typed)
    {
        var (_, state) = await Bind(typed);
        state["Deadline"]!.Errors.ShouldHaveSingleItem();
        state["Deadline"]!.AttemptedValue.ShouldBe(typed);
    }

    private static async Task<(object? Result, ModelStateDictionary State)> Bind(string typed)
    {
        var context = new DefaultModelBindingContext
        {
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(DateTimeOffset)),
            ModelName = "Deadline",
            ModelState = new ModelStateDictionary(),
            ValueProvider = new OneValue(typed),
        };
        await new TaipeiInstantBinder().BindModelAsync(context);
        return (context.Result.Model, context.ModelState);
    }

    private sealed class OneValue(string value) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => true;

        public ValueProviderResult GetValue(string key) => new(new StringValues(value));
    }
}
