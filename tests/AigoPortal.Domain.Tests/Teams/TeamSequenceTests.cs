using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Teams;

/// <summary>Random people do random things to a team at growing times; whatever is taken or refused, a team stays a team.</summary>
public class TeamSequenceTests
{
    private const int People = 6;

    private enum Deed
    {
        Invite,
        InvitePerson,
        Accept,
        Decline,
        Withdraw,
        Wait,
        Leave,
        Remove,
        HandOver,
        Dissolve,
        Recruit,
        Ask,
        Welcome,
        Except,
        Revoke,
        Rename,
    }

    [Fact]
    public void WhateverPeopleDo_ATeamStaysATeam()
    {
        var taken = new HashSet<Deed>();
        var step =
            from deed in Gen.Elements(Enum.GetValues<Deed>())
            from who in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, People - 1)))
            from whom in Gen.Choose(0, People - 1)
            from hours in Gen.Choose(0, 47)
            select (deed, who, whom, hours);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(step.ListOf(80).ToArbitrary(), sequence =>
        {
            var play = new Play();
            foreach (var (deed, who, whom, hours) in sequence)
            {
                if (play.Do(deed, who, whom, hours))
                {
                    taken.Add(deed);
                }
            }
        }));

        taken.ShouldBe(Enum.GetValues<Deed>(), ignoreOrder: true, "A deed that never succeeds shows nothing.");
    }

    /// <summary>One team and the people around it; the first leads at the beginning.</summary>
    private sealed class Play
    {
        private readonly Round _round = Given.Round(maximumSize: 4);
        private readonly List<Person> _people = [.. Enumerable.Range(0, People).Select(number => Given.Person(nationality: number == 3 ? "JP" : "TW"))];
        private readonly Team _team;
        private DateTimeOffset _now = Given.Now;

        public Play() => _team = new Team(_round, "隨機隊", "", _people[0].Id, Given.Actor(_now, _people[0].Id));

        /// <returns>Whether it was done; refusals leave the team as it was.</returns>
        public bool Do(Deed deed, int who, int whom, int hours)
        {
            _now = _now.AddHours(deed == Deed.Wait ? hours * 10 : hours / 24d);
            var (before, led) = (Picture(), _team.LeaderId);
            var done = false;
            try
            {
                done = Act(deed, _people[who], _people[whom], Given.Actor(_now, _people[who].Id));
            }
            catch (BrokenRuleException)
            {
                Picture().ShouldBe(before, $"{deed} was refused and changed something");
            }

            if (done && IsLeaders(deed))
            {
                _people[who].Id.ShouldBe(led, $"{deed} by somebody who doesn't lead");
            }

            Hold();
            return done;
        }

        private static bool IsLeaders(Deed deed) =>
            deed is Deed.Invite or Deed.InvitePerson or Deed.Withdraw or Deed.Remove or Deed.HandOver or Deed.Dissolve or Deed.Recruit or Deed.Welcome or Deed.Rename;

        private bool Act(Deed deed, Person who, Person whom, Actor by)
        {
            switch (deed)
            {
                case Deed.Invite: _team.Invite(whom.Email, $"{Given.Number():x64}", _round, by); return true;
                case Deed.InvitePerson: _team.Invite(whom, $"{Given.Number():x64}", _round, by); return true;
                case Deed.Accept when Invitation(who) is { } invitation: _team.Accept(invitation, who, _round, by); return true;
                case Deed.Decline when Invitation(who) is { } invitation: _team.Decline(invitation, who, by); return true;
                case Deed.Withdraw when Invitation(whom) is { } invitation: _team.Withdraw(invitation, by); return true;
                case Deed.Wait: return true;
                case Deed.Leave: _team.Leave(hasSubmitted: false, by); return true;
                case Deed.Remove: _team.Remove(whom.Id, "另有安排", hasSubmitted: false, by); return true;
                case Deed.HandOver: _team.HandOver(whom.Id, by); return true;
                case Deed.Dissolve when by.At.Minute % 4 == 0: _team.Dissolve(hasSubmitted: false, by); return true; // seldom, or little else happens
                case Deed.Recruit: _team.Recruit("找人", [new TeamWant(SkillKind.Technology, "IoT")], by); return true;
                case Deed.Ask: _team.Ask("想加入", by); return true;
                case Deed.Welcome when _team.Requests.LastOrDefault(request => request.PersonId == whom.Id) is { } request:
                    _team.AcceptRequest(request, whom, $"{Given.Number():x64}", _round, by); return true;
                case Deed.Except: _team.GrantException(whom.Id, EligibilityRule.Nationality, "簽准", Guid.NewGuid(), by); return true;
                case Deed.Revoke when _team.Exceptions is [.., var waiver]: _team.RevokeException(waiver, "更正", hasSubmitted: false, by); return true;
                case Deed.Rename: _team.Rename("新名字", "", by); return true;
                default: return false;
            }
        }

        private TeamInvitation? Invitation(Person person) => _team.Invitations.LastOrDefault(invitation => invitation.PersonId == person.Id || invitation.Email == person.Email);

        private (int, int, Guid, TeamStatus, int, int, string) Picture() => (
            _team.Members.Count, _team.Invitations.Count(invitation => invitation.Status == InvitationStatus.Pending), _team.LeaderId, _team.Status,
            _team.Requests.Count(request => request.Status == JoinRequestStatus.Pending), _team.Exceptions.Count(waiver => waiver.IsInForce), _team.Name);

        private void Hold()
        {
            var open = _team.Invitations.Count(invitation => invitation.IsOpen(_now));
            if (_team.Status == TeamStatus.Dissolved)
            {
                (_team.Members.Count, open).ShouldBe((0, 0), "a dissolved team has nobody and invites nobody");
                _team.RecruitingSince.ShouldBeNull();
                return;
            }

            _team.Has(_team.LeaderId).ShouldBeTrue("the leader is a member");
            _team.Members.Count.ShouldBeInRange(1, _round.MaximumTeamSize);
            _team.Members.Select(member => member.PersonId).ShouldBeUnique();
            (_team.Members.Count + open).ShouldBeLessThanOrEqualTo(_round.MaximumTeamSize, "members and open invitations");
        }
    }
}
