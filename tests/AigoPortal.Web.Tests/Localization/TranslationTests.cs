using Shouldly;

namespace AigoPortal.Web.Tests.Localization;

public class TranslationTests
{
    [Fact]
    public void EveryTextOfTheSource_HasItsEnglish()
    {
        var english = SourceTexts.English();
        var missing = SourceTexts.Keys().Where(text => SourceTexts.HasChinese(text.Key) && !english.ContainsKey(text.Key))
            .GroupBy(text => text.Key, text => text.File, StringComparer.Ordinal).Select(text => $"{text.Key}\t({text.First()})").ToList();
        missing.ShouldBeEmpty($"Add to Resources/Portal.en.resx:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void EveryEnglishText_IsUsed()
    {
        var used = SourceTexts.Keys().Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        var unused = SourceTexts.English().Keys.Where(key => !used.Contains(key)).ToList();
        unused.ShouldBeEmpty($"Remove from Resources/Portal.en.resx:\n{string.Join('\n', unused)}");
    }

    [Fact]
    public void EnglishAndChinese_AskForTheSameArguments()
    {
        var uneven = SourceTexts.English().Where(text => !SourceTexts.Placeholders(text.Key).SequenceEqual(SourceTexts.Placeholders(text.Value)))
            .Select(text => $"{text.Key} → {text.Value}").ToList();
        uneven.ShouldBeEmpty(string.Join('\n', uneven));
    }

    [Fact]
    public void EnglishTexts_AreWrittenAndAreEnglish()
    {
        var odd = SourceTexts.English().Where(text => string.IsNullOrWhiteSpace(text.Value) || SourceTexts.HasChinese(text.Value))
            .Select(text => $"{text.Key} → {text.Value}").ToList();
        odd.ShouldBeEmpty(string.Join('\n', odd));
    }

    [Fact]
    public void ChineseOnAPage_GoesThroughTheTranslation()
    {
        var raw = SourceTexts.Untranslated().Select(text => $"{text.Text}\t({text.File})").ToList();
        raw.ShouldBeEmpty($"Write @T[\"…\"] around:\n{string.Join('\n', raw)}");
    }
}
