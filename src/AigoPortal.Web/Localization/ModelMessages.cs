using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AigoPortal.Web.Localization;

/// <summary>What model binding says when a value can't be read, in our words: what to do, not what failed.</summary>
public sealed class ModelMessages(IStringLocalizer<Portal> T) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new TaipeiInstantBinder());
        options.ModelBinderProviders.Insert(0, new TypedText());
        options.ModelMetadataDetailsProviders.Add(new BlankStaysBlank());

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => T["「{0}」無法使用，請重新填寫。", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["「{0}」無法使用，請重新填寫。", value]);
        messages.SetValueIsInvalidAccessor(value => T["「{0}」無法使用，請重新填寫。", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => T["這個值無法使用，請重新填寫。"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["這個值無法使用，請重新填寫。"]);
        messages.SetValueMustBeANumberAccessor(_ => T["請填數字。"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["請填數字。"]);
        messages.SetValueMustNotBeNullAccessor(_ => T["請填寫這一欄。"]);
        messages.SetMissingBindRequiredValueAccessor(_ => T["請填寫這一欄。"]);
        messages.SetMissingKeyOrValueAccessor(() => T["請填寫這一欄。"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["沒有收到內容，請重新送出。"]);
    }
}
