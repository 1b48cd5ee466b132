using System.ComponentModel;

namespace AigoPortal.Domain.Entries;

/// <summary>Who looks at an entry.</summary>
public enum JourneySide
{
    /// <summary>團隊.</summary>
    Team,

    /// <summary>出題單位.</summary>
    Poser,

    /// <summary>計畫辦公室.</summary>
    Office,
}

/// <summary>The stops of an entry's step line.</summary>
public enum JourneyStop
{
    /// <summary>申請.</summary>
    [Description("申請")]
    Application,

    /// <summary>媒合.</summary>
    [Description("媒合")]
    Matching,

    /// <summary>構想送件.</summary>
    [Description("構想送件")]
    Concept,

    /// <summary>入圍.</summary>
    [Description("入圍")]
    Shortlist,

    /// <summary>合作與訪視.</summary>
    [Description("合作與訪視")]
    Cooperation,

    /// <summary>實證送件.</summary>
    [Description("實證送件")]
    Proof,

    /// <summary>實證決議.</summary>
    [Description("實證決議")]
    Decision,
}

/// <summary>How far a stop is.</summary>
public enum JourneyProgress
{
    /// <summary>To come, or never reached.</summary>
    Todo,

    /// <summary>The entry is heading for it.</summary>
    Now,

    /// <summary>Behind it.</summary>
    Done,
}

/// <summary>One stop of the step line.</summary>
/// <param name="Stop">Which.</param>
/// <param name="Progress">How far.</param>
/// <param name="At">When it happened, or by when it has to.</param>
public sealed record JourneyMark(JourneyStop Stop, JourneyProgress Progress, DateTimeOffset? At);

/// <summary>What to do next and by when.</summary>
/// <param name="Act">What; its description is the sentence people read.</param>
/// <param name="Due">The instant it is bound to, if there is one.</param>
public sealed record NextStep(NextAct Act, DateTimeOffset? Due)
{
    /// <summary>Whether somebody else has to act first.</summary>
    public bool IsWaiting => Act is NextAct.AwaitAnswer or NextAct.AwaitConfirmation or NextAct.MatchingMissed or NextAct.AwaitConcept or NextAct.AwaitConceptDecision or NextAct.AwaitSignatures
        or NextAct.AwaitCheck or NextAct.AwaitOtherSignature or NextAct.AwaitProof or NextAct.AwaitProofDecision or NextAct.AwaitPayment;
}

/// <summary>The next steps there are.</summary>
public enum NextAct
{
    /// <summary>The poser answers.</summary>
    [Description("回覆團隊的申請")]
    AnswerTeam,

    /// <summary>Waits for the poser.</summary>
    [Description("等出題單位回覆申請")]
    AwaitAnswer,

    /// <summary>The team confirms what the poser accepted.</summary>
    [Description("確認媒合")]
    ConfirmMatch,

    /// <summary>Waits for the team's confirmation.</summary>
    [Description("等團隊確認")]
    AwaitConfirmation,

    /// <summary>The office may still bring the two together.</summary>
    [Description("媒合已截止，可協調雙方")]
    Mediate,

    /// <summary>The two did not agree in time.</summary>
    [Description("媒合已截止，雙方沒有談成")]
    MatchingMissed,

    /// <summary>The team hands in its concept.</summary>
    [Description("送出構想書")]
    SubmitConcept,

    /// <summary>Received; may be replaced until the deadline.</summary>
    [Description("構想書已收到，截止前可以重送")]
    ImproveConcept,

    /// <summary>Waits for the team's concept.</summary>
    [Description("等團隊送出構想書")]
    AwaitConcept,

    /// <summary>Nothing was handed in.</summary>
    [Description("構想收件已截止，沒有收到構想書")]
    ConceptMissed,

    /// <summary>The office decides.</summary>
    [Description("構想審查與決議")]
    DecideConcept,

    /// <summary>Waits for the release.</summary>
    [Description("等構想審查結果公布")]
    AwaitConceptDecision,

    /// <summary>This side signs.</summary>
    [Description("上傳合作文件簽署頁")]
    SignCooperation,

    /// <summary>Waits for the other side's signature.</summary>
    [Description("等對方上傳合作文件簽署頁")]
    AwaitOtherSignature,

    /// <summary>Waits for both signatures.</summary>
    [Description("等雙方上傳合作文件簽署頁")]
    AwaitSignatures,

    /// <summary>Waits for the office.</summary>
    [Description("等計畫辦公室確認合作文件")]
    AwaitCheck,

    /// <summary>The office checks both signatures.</summary>
    [Description("確認雙方的合作文件")]
    CheckCooperation,

    /// <summary>The visit comes.</summary>
    [Description("準備訪視")]
    PrepareVisit,

    /// <summary>The office records the visit.</summary>
    [Description("訪視並登錄結果")]
    RecordVisit,

    /// <summary>Evidence for an amount that is due.</summary>
    [Description("送出到期款項的憑證")]
    HandInEvidence,

    /// <summary>The team hands in its deliverables.</summary>
    [Description("繳交成果資料")]
    HandInDeliverables,

    /// <summary>The office accepts the deliverables.</summary>
    [Description("確認成果資料")]
    AcceptDeliverables,

    /// <summary>The team hands in its proof.</summary>
    [Description("送出實證成果")]
    SubmitProof,

    /// <summary>Received; may be replaced until the deadline.</summary>
    [Description("實證成果已收到，截止前可以重送")]
    ImproveProof,

    /// <summary>Waits for the team's proof.</summary>
    [Description("等團隊送出實證成果")]
    AwaitProof,

    /// <summary>Nothing was handed in.</summary>
    [Description("實證收件已截止，沒有收到實證成果")]
    ProofMissed,

    /// <summary>The office decides.</summary>
    [Description("實證審查與決議")]
    DecideProof,

    /// <summary>Waits for the release.</summary>
    [Description("等實證審查結果公布")]
    AwaitProofDecision,

    /// <summary>Waits for the money.</summary>
    [Description("等核銷與撥付")]
    AwaitPayment,

    /// <summary>The office pays.</summary>
    [Description("核銷與撥付")]
    PayOut,

    /// <summary>The office files it.</summary>
    [Description("結案")]
    Close,
}
