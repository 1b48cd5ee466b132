using System.ComponentModel;
using AigoPortal.Web.Components;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;

namespace AigoPortal.Web.Tests.Components;

public class FieldTests
{
    private enum Kind
    {
        [Description("題目")] Problem,
        [Description("審查")] Review,
    }

    private sealed record Form
    {
        public string Title { get; init; } = "";
        public Kind Kind { get; init; } = Kind.Review;
        public List<Kind> Kinds { get; init; } = [Kind.Review];
        public bool Agreed { get; init; }
        public DateTimeOffset Deadline { get; init; } = new(2026, 7, 15, 4, 0, 0, TimeSpan.Zero);
        public string? Password { get; init; } = "secret";
    }

    [Fact]
    public async Task AField_HasItsLabelHintAndControl()
    {
        var body = await Drawn.Of(Field("Title", label: "題目", hint: "選填"), attributes: new TagHelperAttribute("maxlength", "100"));
        var input = body.QuerySelector("input")!;
        body.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("name").ShouldBe("Input.Title");
        input.GetAttribute("maxlength").ShouldBe("100");
        body.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent.ShouldBe("選填");
    }

    [Fact]
    public async Task AField_SpeaksEnglish() =>
        (await Drawn.Of(Field("Title", label: "題目"), language: "en")).QuerySelector("label")!.TextContent.ShouldBe("Problems");

    [Fact]
    public async Task ABadField_KeepsWhatWasTypedAndSaysWhatIsWrong()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Input.Title", "<b>\"x\" 😀", "<b>\"x\" 😀");
        state.AddModelError("Input.Title", "太短");
        var body = await Drawn.Of(Field("Title", state: state));
        body.QuerySelector<IHtmlInputElement>("input")!.Value.ShouldBe("<b>\"x\" 😀");
        body.QuerySelector(".field.bad")!.QuerySelector(".error")!.TextContent.ShouldBe("太短");
        body.QuerySelector("input")!.GetAttribute("aria-invalid").ShouldBe("true");
        body.QuerySelector("input")!.GetAttribute("aria-describedby").ShouldBe(body.QuerySelector(".error")!.Id);
    }

    [Fact]
    public async Task ATextArea_KeepsItsFirstLineBreak()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Input.Title", "\nx", "\nx");
        var body = await Drawn.Of(Field("Title", rows: 3, state: state));
        body.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value.ShouldBe("\nx");
    }

    [Fact]
    public async Task AnEnum_IsChosenByItsWords()
    {
        var options = (await Drawn.Of(Field("Kind"), language: "en")).QuerySelectorAll<IHtmlOptionElement>("option").ToList();
        options.Select(option => option.Text).ShouldBe(["Problems", "Review"]);
        options.Single(option => option.IsSelected).Value.ShouldBe("Review");
    }

    [Fact]
    public async Task SeveralChoices_StandInOneFieldset_AndTheFirstHasTheFieldsId()
    {
        var body = await Drawn.Of(Field("Kinds", label: "題目"));
        body.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("題目");
        var boxes = body.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").ToList();
        boxes.Select(box => box.IsChecked).ShouldBe([false, true]);
        boxes[0].Id.ShouldBe("Input_Kinds");
        boxes.Select(box => box.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task AnUntickedBox_SaysNo()
    {
        var body = await Drawn.Of(Field("Agreed"));
        body.QuerySelectorAll<IHtmlInputElement>("input").Select(input => (input.Type, input.Value)).ShouldBe([("checkbox", "true"), ("hidden", "false")]);
    }

    [Fact]
    public async Task AnInstant_IsEditedInTaipeiTime() =>
        (await Drawn.Of(Field("Deadline"))).QuerySelector("input[type=datetime-local]")!.GetAttribute("value").ShouldBe("2026-07-15T12:00");

    [Fact]
    public async Task APassword_IsNeverSentBack() =>
        (await Drawn.Of(Field("Password", type: "password"))).QuerySelector("input")!.HasAttribute("value").ShouldBeFalse();

    private static FieldTagHelper Field(
        string property, string? label = null, string? hint = null, string? type = null, int? rows = null, ModelStateDictionary? state = null) =>
        new(Drawn.T) { For = Drawn.For(new Form(), property), ViewContext = Drawn.View(state), Label = label, Hint = hint, Type = type, Rows = rows };
}
