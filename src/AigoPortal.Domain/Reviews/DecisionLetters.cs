using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Reviews;

/// <summary>The house's own decision letters (own wording), and which a stage sends.</summary>
public static class DecisionLetters
{
    /// <summary>The letters of a stage, the poser's last.</summary>
    public static IReadOnlyList<LetterKind> KindsOf(ReviewStage stage) => stage == ReviewStage.Concept
        ? [LetterKind.Shortlisted, LetterKind.NotShortlisted, LetterKind.Poser]
        : [LetterKind.Awarded, LetterKind.NotAwarded, LetterKind.Poser];

    /// <summary>The letter a team gets of an outcome.</summary>
    public static LetterKind ToTeam(Outcome outcome) => outcome switch
    {
        Outcome.Shortlisted => LetterKind.Shortlisted,
        Outcome.NotShortlisted => LetterKind.NotShortlisted,
        Outcome.Awarded => LetterKind.Awarded,
        _ => LetterKind.NotAwarded,
    };

    /// <summary>What is sent when the office writes nothing of its own.</summary>
    public static LetterTemplate Default(LetterKind kind) => kind switch
    {
        LetterKind.Shortlisted => ToTeam(
            "恭喜，「{題目}」（{案號}）通過{階段}審查，結果是 **{結果}**。\n\n接下來請與出題單位簽署合作文件，期限與步驟在申請案頁。",
            "Congratulations: “{problem}” ({code}) passed the {stage} review with the result **{result}**.\n\nPlease sign the cooperation document with the poser next; the entry's page has the date and the steps."),
        LetterKind.NotShortlisted => ToTeam(
            "謝謝團隊投入「{題目}」（{案號}）。這次{階段}審查的結果是 **{結果}**，歡迎再參加其他題目。",
            "Thank you for the work on “{problem}” ({code}). The result of the {stage} review is **{result}**. We would be glad to see you with another problem."),
        LetterKind.Awarded => ToTeam(
            "恭喜，「{題目}」（{案號}）的{階段}審查結果是 **{結果}（{等級}）**。\n\n獎金的核發條件與進度在申請案頁。",
            "Congratulations: the result of the {stage} review of “{problem}” ({code}) is **{result} ({level})**.\n\nThe entry's page says when and how the award is paid."),
        LetterKind.NotAwarded => ToTeam(
            "謝謝團隊完成「{題目}」（{案號}）的實證。這次{階段}審查的結果是 **{結果}**。",
            "Thank you for proving “{problem}” ({code}). The result of the {stage} review is **{result}**."),
        _ => new LetterTemplate(
            "{階段}審查結果：{案號}",
            "團隊「{團隊}」解題「{題目}」（{案號}）的{階段}審查結果是 **{結果}**。\n\n{連結}",
            "Result of the {stage} review: {code}",
            "The {stage} review of team “{team}” on “{problem}” ({code}) has the result **{result}**.\n\n{link}"),
    };

    private static LetterTemplate ToTeam(string chinese, string english) => new(
        "{階段}審查結果：{案號}",
        chinese + "\n\n## 決議理由\n{理由}\n\n## 委員評語\n{評語}\n\n對結果有疑問，隊長可以在 {申覆期限} 前提出申覆。\n\n{連結}",
        "Result of the {stage} review: {code}",
        english + "\n\n## Reason\n{reason}\n\n## Reviewers' comments\n{comments}\n\nIf you disagree, the team leader may appeal until {appeals until}.\n\n{link}");
}
