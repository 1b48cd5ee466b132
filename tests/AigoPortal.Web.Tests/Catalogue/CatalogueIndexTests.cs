using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Catalogue;
using Shouldly;

namespace AigoPortal.Web.Tests.Catalogue;

public class CatalogueIndexTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("辨識")]
    [InlineData("識")]
    [InlineData("像辨識鐵")]
    [InlineData("ＣＮＮ")]
    [InlineData("cnn 辨識")]
    [InlineData("鐵路 影像")]
    [InlineData("某機")]
    [InlineData("transport")]
    [InlineData("👩‍🚀")]
    public void PartsOfWords_AreFound(string query) =>
        Titles(Index(Item("影像辨識鐵路異物", "以 CNN 找出異物 👩‍🚀", "某機構", "交通"), Item("語音客服", "聽懂方言", "某銀行")), query).ShouldBe(["影像辨識鐵路異物"]);

    [Theory]
    [InlineData("識影")]
    [InlineData("影像方言")]
    [InlineData("辨識 方言")]
    [InlineData("%")]
    [InlineData("'; --")]
    [InlineData("🚂")]
    [InlineData("\ud83d")]
    public void WhatStandsNowhere_IsNotFound(string query) =>
        Titles(Index(Item("影像辨識鐵路異物", "辨別影子，像不像"), Item("語音客服", "聽懂方言")), query).ShouldBeEmpty();

    [Fact]
    public void TheTitleGoesBeforeTheSummary_AndThenTheNewest() =>
        Titles(Index(Item("用電預測", age: 3), Item("節能", "先預測再節能", age: 1), Item("預測良率", age: 2), Item("排程", age: 0)), "預測")
            .ShouldBe(["預測良率", "用電預測", "節能"]);

    [Fact]
    public void EveryFacet_CountsWhatTheOthersLeave()
    {
        var index = Index(Item("一", industry: "製造"), Item("二", industry: "製造", cash: 5), Item("三", industry: "交通", cash: 9), Item("四", industry: "農業"));

        var found = index.Search(Wanted("", (Facet.Industry, ["製造"]), (Facet.Reward, ["Cash"])));

        found.Count.ShouldBe(1);
        Count(found, Facet.Industry, "製造").ShouldBe(1);
        Count(found, Facet.Industry, "交通").ShouldBe(1);
        Count(found, Facet.Industry, "農業").ShouldBe(0);
        Count(found, Facet.Reward, "Cash").ShouldBe(1);
        index.Search(Wanted("", (Facet.Industry, ["製造", "農業"]))).Count.ShouldBe(3);
        index.Search(Wanted("", (Facet.Industry, ["沒有這一行"]))).Count.ShouldBe(0);
    }

    [Fact]
    public void AChangedProblem_IsFoundByItsNewWords_AndOnce()
    {
        var item = Item("舊的題目");
        var index = Index(item, Item("別的"));

        index.Add(item with { Title = "新的題目", Industry = "能源" });

        Titles(index, "舊的").ShouldBeEmpty();
        Titles(index, "題目").ShouldBe(["新的題目"]);
        Count(index.Search(Wanted("")), Facet.Industry, "能源").ShouldBe(1);
        index.Remove(item.Id);
        index.Search(Wanted("")).Count.ShouldBe(1);
    }

    [Fact]
    public void Orders_AndPages_LeaveNothingOut()
    {
        var index = Index([.. Enumerable.Range(0, 50).Select(number => Item($"題 {number}", cash: number % 7, age: number % 11))]);

        foreach (var order in new[] { CatalogueOrder.Newest, CatalogueOrder.Title, CatalogueOrder.Reward })
        {
            var pages = Enumerable.Range(0, 5).SelectMany(page => index.Search(Wanted("題") with { Order = order, Skip = page * 12, Take = 12 }).Ids).ToList();
            pages.Distinct().Count().ShouldBe(50);
            index.Search(Wanted("") with { Order = order, Take = 50 }).Ids.Count.ShouldBe(50);
        }

        index.Search(Wanted("") with { Skip = int.MaxValue }).Ids.ShouldBeEmpty();
    }

    [Fact]
    public void TheIndex_FindsWhatReadingEveryTextFinds()
    {
        const string letters = "影像辨識a b";
        var items = Enumerable.Range(0, 300).Select(number => Item(string.Concat(Enumerable.Range(0, 6).Select(place => letters[(number * (place + 3) / (place + 1)) % letters.Length])))).ToArray();
        var index = Index(items);
        foreach (var word in new[] { "影", "影像", "像影像", "辨識a", "aa", "識識識", "像辨識影" })
        {
            index.Search(Wanted(word) with { Take = 300 }).Ids.ShouldBe(
                items.Where(item => item.Title.Contains(word, StringComparison.Ordinal)).Select(item => item.Id), ignoreOrder: true, word);
        }
    }

    private static CatalogueIndex Index(params CatalogueItem[] items) => new(items);

    private static List<string> Titles(CatalogueIndex index, string query)
    {
        var titles = index.Items.ToDictionary(item => item.Id, item => item.Title);
        return [.. index.Search(Wanted(query)).Ids.Select(id => titles[id])];
    }

    private static int Count(Found found, Facet facet, string value) => found.Facets[facet].FirstOrDefault(one => one.Value == value)?.Count ?? 0;

    private static Wanted Wanted(string words, params (Facet Facet, string[] Values)[] values) => new(
        words, values.ToDictionary(value => value.Facet, IReadOnlyCollection<string> (value) => value.Values), CatalogueOrder.Newest, [], 0, 12);

    private static CatalogueItem Item(string title, string summary = "", string organisation = "單位", string industry = "製造", long cash = 0, int age = 0) => new(
        Guid.NewGuid(), Guid.NewGuid(), Guid.Empty, title, summary, organisation, industry, "", "", DataReadiness.Complete, null, null, "", false, new Twd(cash), 0, 0,
        Start.AddDays(-age), "", DataReadiness.Complete, true);
}
