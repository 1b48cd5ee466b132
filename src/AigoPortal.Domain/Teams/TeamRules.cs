using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Teams;

/// <summary>The rules of teams, named as sentences.</summary>
public static class TeamRules
{
    /// <summary>Only the leader acts for the team.</summary>
    public static BrokenRule? IsLeader(Team team, Guid personId) =>
        team.LeaderId == personId ? null : new BrokenRule("team.leader", "", "這件事要由隊長來做。");

    /// <summary>A dissolved team stays as it is.</summary>
    public static BrokenRule? IsActive(Team team) =>
        team.Status == TeamStatus.Active ? null : new BrokenRule("team.dissolved", "", "這個團隊已經解散。");

    /// <summary>Members and open invitations together stay within the round's team size.</summary>
    public static BrokenRule? HasRoom(Team team, Round round, DateTimeOffset now) =>
        team.Members.Count + team.Invitations.Count(invitation => invitation.IsOpen(now)) < round.MaximumTeamSize
            ? null
            : new BrokenRule("team.full", "Email", "團隊最多 {0} 人（含已邀請），已額滿。", round.MaximumTeamSize);

    /// <summary>Joining keeps the team within its size.</summary>
    public static BrokenRule? IsNotFull(Team team, Round round) =>
        team.Members.Count < round.MaximumTeamSize
            ? null
            : new BrokenRule("team.full-to-join", "", "這個團隊已滿 {0} 人，請聯絡隊長。", round.MaximumTeamSize);

    /// <summary>One open invitation per address is enough.</summary>
    public static BrokenRule? IsNotInvitedYet(Team team, string email, DateTimeOffset now) =>
        team.Invitations.Any(invitation => invitation.IsOpen(now) && SameAddress(invitation.Email, email))
            ? new BrokenRule("team.invited-already", "Email", "已經邀請過這個 Email，等對方回覆即可。")
            : null;

    /// <summary>An invitation answered, taken back or expired is no longer open.</summary>
    public static BrokenRule? IsOpen(TeamInvitation invitation, DateTimeOffset now) =>
        invitation.IsOpen(now) ? null : new BrokenRule("team.invitation-closed", "", "這份邀請已回覆、已收回或已過期，請隊長重新邀請。");

    /// <summary>Only the person it was sent to can answer it.</summary>
    public static BrokenRule? IsFor(TeamInvitation invitation, Person person) =>
        invitation.PersonId is { } invited ? invited == person.Id ? null : new BrokenRule("team.invitation-other", "", "這份邀請不是給這個帳號的，請用受邀的帳號登入。")
            : SameAddress(invitation.Email, person.Email)
            ? null
            : new BrokenRule("team.invitation-other", "", "這份邀請是寄給 {0} 的，請用該 Email 的帳號登入。", invitation.Email);

    /// <summary>Nobody joins twice, as a leader would who invites their own address.</summary>
    public static BrokenRule? IsNotMember(Team team, Person person) =>
        team.Has(person.Id) ? new BrokenRule("team.member-already", "", "你已經是這個團隊的成員。") : null;

    /// <summary>One person, one team per round (AIGO briefing: 限制參賽者只能加入 1 個解題團隊).</summary>
    public static BrokenRule OneTeamPerPerson() =>
        new("team.one-per-person", "", "每人每場只能參加一個團隊；你已經在另一個團隊裡。");

    /// <summary>Team names are unique in a round.</summary>
    public static BrokenRule NameIsTaken() => new("team.name-taken", "Name", "本場已有同名的團隊，請換一個名稱。");

    /// <summary>An exception needs its reason.</summary>
    public static BrokenRule? ExceptionSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("team.exception-reason", "Reason", "請寫明同意例外的理由。") : null;

    /// <summary>The team has its size before it applies (own: 2–10).</summary>
    public static BrokenRule? HasItsSize(Team team, Round round) =>
        team.Members.Count >= round.MinimumTeamSize && team.Members.Count <= round.MaximumTeamSize
            ? null
            : new BrokenRule("team.size", "", "團隊要有 {0} 到 {1} 人才能申請，目前 {2} 人。", round.MinimumTeamSize, round.MaximumTeamSize, team.Members.Count);

    /// <summary>In principle of age and nationality (AIGO briefing: 原則以年滿 20 歲具中華民國國籍之自然人); an officer may grant an exception.</summary>
    public static BrokenRule? MemberIsEligible(Team team, Person person, Round round, DateTimeOffset now) =>
        FirstBlock(person, Eligibility.Of(person, round, team.Exceptions, now));

    /// <summary>The first of the results that keeps the team from applying; what is missing goes before what is not met.</summary>
    public static BrokenRule? FirstBlock(Person person, IReadOnlyList<EligibilityResult> results) =>
        results.Any(result => result.Verdict == EligibilityVerdict.Unknown)
            ? new BrokenRule("team.profile-missing", "", "{0} 還沒有填生日與國籍，請本人到個人資料補上。", person.Name)
            : results.FirstOrDefault(result => result.Verdict == EligibilityVerdict.NotMet)?.Reason;

    /// <summary>Members come and go until the team's first submission.</summary>
    public static BrokenRule? HasNotSubmitted(bool hasSubmitted) =>
        hasSubmitted ? new BrokenRule("team.submitted", "", "團隊已經送過件，成員不能再變動；如有特殊情形，請洽計畫辦公室。") : null;

    /// <summary>Who leads hands over first.</summary>
    public static BrokenRule? DoesNotLead(Team team, Guid personId) =>
        team.LeaderId == personId ? new BrokenRule("team.leader-stays", "", "隊長不能直接離開，請先把隊長交接給隊友，或解散團隊。") : null;

    /// <summary>The other is in the team.</summary>
    public static BrokenRule? IsMember(Team team, Guid personId) =>
        team.Has(personId) ? null : new BrokenRule("team.not-member", "", "這位不是團隊成員，請重新整理後再試一次。");

    /// <summary>Removing somebody says why; the reason goes into the letter.</summary>
    public static BrokenRule? RemovalSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("team.removal-reason", "Reason", "請寫下移除的原因，會寫在給對方的信裡。") : null;

    /// <summary>One open invitation per person is enough.</summary>
    public static BrokenRule? IsNotInvitedYet(Team team, Guid personId, DateTimeOffset now) =>
        team.Invitations.Any(invitation => invitation.IsOpen(now) && invitation.PersonId == personId)
            ? new BrokenRule("team.person-invited-already", "", "已經邀請過這位，等對方回覆即可。")
            : null;

    /// <summary>Who wants to join asks once.</summary>
    public static BrokenRule? HasNotAsked(Team team, Guid personId) =>
        team.Requests.Any(request => request.PersonId == personId && request.Status == JoinRequestStatus.Pending)
            ? new BrokenRule("team.asked-already", "", "已經向這個團隊提出，等隊長回覆即可。")
            : null;

    /// <summary>Only teams that look for members are asked.</summary>
    public static BrokenRule? Recruits(Team team) =>
        team.RecruitingSince is null ? new BrokenRule("team.not-recruiting", "", "這個團隊目前沒有在找隊友。") : null;

    /// <summary>A request is answered once.</summary>
    public static BrokenRule? IsPending(JoinRequest request) =>
        request.Status == JoinRequestStatus.Pending ? null : new BrokenRule("team.request-closed", "", "這份請求已回覆或已收回。");

    /// <summary>An exception is taken back once, before anything rests on it.</summary>
    public static BrokenRule? IsInForce(EligibilityWaiver exception) =>
        exception.IsInForce ? null : new BrokenRule("team.exception-revoked", "", "這項例外已經撤銷。");

    /// <summary>Taking an exception back says why.</summary>
    public static BrokenRule? RevocationSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("team.revocation-reason", "", "請寫明撤銷的理由。") : null;

    /// <summary>An exception stands while a submission rests on it.</summary>
    public static BrokenRule? NothingRestsOnException(bool hasSubmitted) =>
        hasSubmitted ? new BrokenRule("team.exception-used", "", "團隊已經送過件，例外不能再撤銷。") : null;

    private static bool SameAddress(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
