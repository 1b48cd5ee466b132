using AigoPortal.Web.Problems;
using Shouldly;

namespace AigoPortal.Web.Tests.Problems;

public class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("相同", "相同", "相同")]
    [InlineData("", "新字", "+新字")]
    [InlineData("舊字", "", "-舊字")]
    [InlineData("偵測腫瘤正確率", "偵測肺部腫瘤召回率", "偵測|+肺部|腫瘤|-正確|+召回|率")]
    [InlineData("約 1200 件", "約 1500 件", "約 |-1200|+1500| 件")]
    [InlineData("第一行\n第二行\n第三行", "第一行\n第三行", "第一行\n|-第二行\n|第三行")]
    [InlineData("好👍🏽", "好👍🏿", "好|-👍🏽|+👍🏿")]
    public void Of_MarksWhatDiffers(string before, string after, string expected) => string.Join('|', TextDiff.Of(before, after)
        .Select(piece => piece.Kind switch { DiffKind.Removed => "-", DiffKind.Added => "+", _ => "" } + piece.Text)).ShouldBe(expected);

    [Fact]
    public void Of_GivesBothTextsBack_AlsoWhenTheyAreLongAndNothingIsCommon()
    {
        var (before, after) = (new string('舊', 20_000), string.Join('\n', Enumerable.Repeat("新的一行", 3_000)));
        var pieces = TextDiff.Of(before, after);
        string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Added).Select(piece => piece.Text)).ShouldBe(before);
        string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Removed).Select(piece => piece.Text)).ShouldBe(after);
    }
}
