namespace AigoPortal.Domain.Rounds;

/// <summary>How a round's teams and posers work together: the document they sign, what a visit looks at, what is delivered. All of it is data (own).</summary>
public sealed class CooperationTerms
{
    private readonly List<CheckItem> _visitItems = [];
    private readonly List<DeliverableItem> _deliverables = [];

    private CooperationTerms()
    {
    }

    /// <summary>Terms as an officer sets them.</summary>
    /// <param name="text">The document's terms; {團隊}, {出題單位}, {題目}, {案號} and {實證截止} are filled in.</param>
    /// <param name="english">The same in English; empty prints the Chinese.</param>
    /// <param name="visitItems">The checklist of a visit.</param>
    /// <param name="deliverables">What is delivered.</param>
    public CooperationTerms(string text, string english, IReadOnlyList<CheckItem> visitItems, IReadOnlyList<DeliverableItem> deliverables)
    {
        (Text, English) = (text, english);
        _visitItems.AddRange(visitItems);
        _deliverables.AddRange(deliverables);
    }

    /// <summary>What is filled in.</summary>
    public static readonly IReadOnlyList<string> Fields = ["{團隊}", "{出題單位}", "{題目}", "{案號}", "{實證截止}"];

    /// <summary>What a round begins with.</summary>
    public static CooperationTerms Default => new(DefaultText, DefaultEnglish,
        [new("進度符合構想書"), new("資料已取得並合規使用"), new("出題單位配合情形"), new("經費使用"), new("風險與因應")],
        [new("成果報告", true), new("原始碼或模型說明", true), new("操作手冊", true), new("成果影片或簡報", false), new("資料使用說明", true)]);

    /// <summary>The document's terms, a paragraph a line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The terms in English, a paragraph a line; may be empty.</summary>
    public string English { get; private set; } = "";

    /// <summary>The checklist of a visit, in order.</summary>
    public IReadOnlyList<CheckItem> VisitItems => _visitItems;

    /// <summary>What is delivered, in order.</summary>
    public IReadOnlyList<DeliverableItem> Deliverables => _deliverables;

    private const string DefaultText =
        """
        {團隊}與{出題單位}就「{題目}」（案號 {案號}）同意依構想書合作，至 {實證截止} 前完成實證。
        {出題單位}依本文件所列方式提供資料與必要的說明、場域及窗口；無法如期提供時，應儘早告知團隊與計畫辦公室。
        {團隊}依構想書進行開發與驗證，定期回報進度，並配合計畫辦公室的訪視。
        資料僅供本案使用。合作結束後，團隊應依出題單位的要求返還或刪除資料；雙方對取得的非公開資訊負保密責任。
        合作前各自擁有的技術與資料仍歸原擁有者；合作成果的歸屬與後續使用由雙方另行約定。
        獎補助依公告的條件核發。任一方無法繼續時，應以書面說明原因，並通知計畫辦公室。
        本文件未規定的事項，由雙方本誠信原則協議。
        """;

    private const string DefaultEnglish =
        """
        {團隊} and {出題單位} agree to cooperate on “{題目}” (entry {案號}) as set out in the concept, and to complete the proof by {實證截止}.
        {出題單位} provides the data as listed in this document, with the explanations, site access and contact person needed, and tells the team and the programme office early if it cannot do so in time.
        {團隊} develops and validates as set out in the concept, reports progress regularly and takes part in the programme office's site visits.
        The data are used for this entry only. When the cooperation ends the team returns or deletes them as the posing organisation asks; both sides keep confidential what is not public.
        What each side owned before stays its own; who owns and uses the results is agreed separately between the two sides.
        Awards are paid on the published conditions. A side that cannot go on gives its reasons in writing and informs the programme office.
        Whatever this document does not settle, both sides settle in good faith.
        """;
}

/// <summary>A point a visit looks at.</summary>
/// <param name="Name">Its words.</param>
public sealed record CheckItem(string Name);

/// <summary>Something a team delivers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether handing in waits for it.</param>
public sealed record DeliverableItem(string Name, bool Required);
