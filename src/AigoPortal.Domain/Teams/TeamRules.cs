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
        SameAddress(invitation.Email, person.Email)
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
    public static BrokenRule? MemberIsEligible(TeamMember member, Person person, Round round, DateTimeOffset now)
    {
        if (person.AgeAt(now) is not { } age || person.Nationality is null)
        {
            return new BrokenRule("team.profile-missing", "", "{0} 還沒有填生日與國籍，請本人到個人資料補上。", person.Name);
        }

        if (member.ExceptionReason is not null)
        {
            return null;
        }

        if (age < round.MinimumAge)
        {
            return new BrokenRule("team.age", "", "{0} 未滿 {1} 歲；如有特殊情形，請洽計畫辦公室申請例外。", person.Name, round.MinimumAge);
        }

        return string.Equals(person.Nationality, round.RequiredNationality, StringComparison.OrdinalIgnoreCase)
            ? null
            : new BrokenRule("team.nationality", "", "{0} 不具中華民國國籍；請洽計畫辦公室申請例外。", person.Name);
    }

    private static bool SameAddress(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
