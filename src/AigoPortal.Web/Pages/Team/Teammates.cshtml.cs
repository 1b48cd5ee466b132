using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>找隊友: people who look for a team, teams that look for people; both put themselves here and see no address.</summary>
public sealed class TeammatesModel(PortalDbContext db, CurrentPerson me, FindTeammates find) : PortalPage
{
    /// <summary>The most cards of a kind, the newest first; filters reach the others.</summary>
    public const int Most = 60;

    [BindProperty(SupportsGet = true, Name = "t")]
    public string? Technology { get; set; }

    [BindProperty(SupportsGet = true, Name = "i")]
    public string? Industry { get; set; }

    [BindProperty]
    public SearchInput Search { get; set; } = new();

    [BindProperty]
    public RecruitInput Recruit { get; set; } = new();

    [BindProperty]
    public AskInput Ask { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public Domain.Teams.Team? Team { get; private set; }

    public bool Searches { get; private set; }

    public bool HasSkills { get; private set; }

    public IReadOnlyList<PersonCard> People { get; private set; } = [];

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    /// <summary>My requests that wait, by team.</summary>
    public IReadOnlyDictionary<Guid, Guid> Asked { get; private set; } = new Dictionary<Guid, Guid>();

    public Guid MyId => me.Id;

    public bool Leads => Team?.LeaderId == me.Id;

    public IReadOnlyList<SelectListItem> Technologies => [.. Vocabulary.Technologies.Choices()];

    public IReadOnlyList<SelectListItem> Industries => [.. Vocabulary.Industries.Choices()];

    private bool Types { get; set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Team = await db.Teams.AsNoTracking().Include(team => team.Wants).OfPersonAsync(me.Id, Round.Id, cancellation);
        var self = await db.People.AsNoTracking().Include(person => person.Skills).FirstAsync(person => person.Id == me.Id, cancellation);
        (Searches, HasSkills) = (Team is null && self.SearchRoundId == Round.Id, self.Skills.Count > 0);
        if (!Types)
        {
            Search = new SearchInput { Brings = self.Brings ?? "", LooksFor = self.LooksFor ?? "" };
            Recruit = Team is null ? new RecruitInput() : RecruitInput.Of(Team);
        }

        People = await PeopleAsync(cancellation);
        Teams = await TeamsAsync(cancellation);
        Asked = await db.JoinRequests.Where(request => request.PersonId == me.Id && request.Status == JoinRequestStatus.Pending)
            .ToDictionaryAsync(request => request.TeamId, request => request.Id, cancellation); // one a team: asking waits at the team's row
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellation)
    {
        Types = true;
        if (!Check(new SearchInputValidator(), Search, "Search"))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Rule.Require(await db.TeamMembers.AnyAsync(member => member.RoundId == round.Id && member.PersonId == me.Id, cancellation) ? TeamRules.OneTeamPerPerson() : null);
        (await SelfAsync(cancellation)).SearchTeam(round.Id, Written.Text(Search.Brings), Written.Text(Search.LooksFor), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已刊登，隊長看得到您了");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStopSearchAsync(CancellationToken cancellation)
    {
        (await SelfAsync(cancellation)).StopSearching(me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已下架");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRecruitAsync(CancellationToken cancellation)
    {
        Types = true;
        if (!Check(new RecruitInputValidator(), Recruit, "Recruit"))
        {
            return await AgainAsync(cancellation);
        }

        var team = await MineAsync(cancellation);
        team.Recruit(Written.Text(Recruit.Sentence), Recruit.ToWants(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已刊登，找團隊的人看得到你們了");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStopRecruitAsync(CancellationToken cancellation)
    {
        (await MineAsync(cancellation)).StopRecruiting(me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已下架");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await find.InviteAsync(round, id, cancellation) is not { } name)
        {
            return NotFound();
        }

        Say("已邀請 {0}", name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellation)
    {
        if (!Check(new AskInputValidator(), Ask, "Ask"))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await find.AskAsync(round, Ask.TeamId, Written.Text(Ask.Word), cancellation) is not { } name)
        {
            return NotFound();
        }

        Say("已告訴「{0}」的隊長，請等回覆", name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!await find.WithdrawAsync(id, cancellation))
        {
            return NotFound();
        }

        Say("已收回");
        return RedirectToPage();
    }

    private Task<Person> SelfAsync(CancellationToken cancellation) => db.People.FirstAsync(person => person.Id == me.Id, cancellation);

    private async Task<Domain.Teams.Team> MineAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        return await db.Teams.Include(team => team.Wants).OfPersonAsync(me.Id, round.Id, cancellation)
            ?? throw new BrokenRuleException(new BrokenRule("team.none", "", "請先組隊，再邀請隊友。"));
    }

    private async Task<List<PersonCard>> PeopleAsync(CancellationToken cancellation)
    {
        var people = db.Searching(Round.Id);
        if (Vocabulary.Technologies.Has(Technology ?? ""))
        {
            people = people.Where(person => person.Skills.Any(skill => skill.Kind == SkillKind.Technology && skill.Name == Technology));
        }

        if (Vocabulary.Industries.Has(Industry ?? ""))
        {
            people = people.Where(person => person.Skills.Any(skill => skill.Kind == SkillKind.Industry && skill.Name == Industry));
        }

        return await people.OrderByDescending(person => person.SearchesSince).ThenBy(person => person.Id).Take(Most)
            .Select(person => new PersonCard(
                person.Id, person.Name, person.Affiliation, person.Brings ?? "", person.LooksFor ?? "",
                person.Skills.OrderBy(skill => skill.Kind).ThenBy(skill => skill.Name).Select(skill => new CardSkill(skill.Name, skill.Level)).ToList()))
            .AsNoTracking().ToListAsync(cancellation);
    }

    private async Task<List<TeamCard>> TeamsAsync(CancellationToken cancellation)
    {
        var teams = db.Recruiting(Round.Id);
        if (Vocabulary.Technologies.Has(Technology ?? ""))
        {
            teams = teams.Where(team => team.Wants.Any(want => want.Kind == SkillKind.Technology && want.Name == Technology));
        }

        if (Vocabulary.Industries.Has(Industry ?? ""))
        {
            teams = teams.Where(team => team.Wants.Any(want => want.Kind == SkillKind.Industry && want.Name == Industry));
        }

        return await teams.OrderByDescending(team => team.RecruitingSince).ThenBy(team => team.Id).Take(Most)
            .Select(team => new TeamCard(
                team.Id, team.Name, team.Introduction, team.Recruiting ?? "", team.Members.Count,
                team.Wants.OrderBy(want => want.Kind).ThenBy(want => want.Name).Select(want => want.Name).ToList()))
            .AsNoTracking().ToListAsync(cancellation);
    }
}

/// <summary>Somebody who looks for a team.</summary>
public sealed record PersonCard(Guid Id, string Name, string? Affiliation, string Brings, string LooksFor, List<CardSkill> Skills);

/// <summary>A skill on a card.</summary>
public sealed record CardSkill(string Name, SkillLevel Level);

/// <summary>A team that looks for people.</summary>
public sealed record TeamCard(Guid Id, string Name, string Introduction, string Sentence, int Members, List<string> Wants);

/// <summary>What a person says on the board.</summary>
public sealed class SearchInput
{
    public string Brings { get; set; } = "";

    public string LooksFor { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class SearchInputValidator : AbstractValidator<SearchInput>
{
    public SearchInputValidator()
    {
        RuleFor(input => input.Brings).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("請寫一句您能帶來什麼。");
        RuleFor(input => input.Brings).MaximumLength(500).Sentence("最多 {0} 個字", 500);
        RuleFor(input => input.LooksFor).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("請寫一句您想找什麼樣的團隊。");
        RuleFor(input => input.LooksFor).MaximumLength(500).Sentence("最多 {0} 個字", 500);
    }
}

/// <summary>What a team says on the board.</summary>
public sealed class RecruitInput
{
    public string Sentence { get; set; } = "";

    public List<string> Technologies { get; set; } = [];

    public List<string> Industries { get; set; } = [];

    public static RecruitInput Of(Domain.Teams.Team team) => new()
    {
        Sentence = team.Recruiting ?? "",
        Technologies = [.. team.Wants.Where(want => want.Kind == SkillKind.Technology).Select(want => want.Name)],
        Industries = [.. team.Wants.Where(want => want.Kind == SkillKind.Industry).Select(want => want.Name)],
    };

    public IReadOnlyList<TeamWant> ToWants() =>
        [.. Technologies.Select(name => new TeamWant(SkillKind.Technology, name)), .. Industries.Select(name => new TeamWant(SkillKind.Industry, name))];
}

/// <summary>Its shape.</summary>
public sealed class RecruitInputValidator : AbstractValidator<RecruitInput>
{
    public RecruitInputValidator()
    {
        RuleFor(input => input.Sentence).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("請寫一句團隊想找什麼樣的人。");
        RuleFor(input => input.Sentence).MaximumLength(500).Sentence("最多 {0} 個字", 500);
        RuleFor(input => input.Technologies).Must(names => names.All(name => Vocabulary.Technologies.Has(name ?? ""))).WithMessage("這個值無法使用，請重新填寫。");
        RuleFor(input => input.Industries).Must(names => names.All(name => Vocabulary.Industries.Has(name ?? ""))).WithMessage("這個值無法使用，請重新填寫。");
    }
}

/// <summary>Which team, and a word to its leader.</summary>
public sealed class AskInput
{
    public Guid TeamId { get; set; }

    public string Word { get; set; } = "";
}

/// <summary>Its shape.</summary>
public sealed class AskInputValidator : AbstractValidator<AskInput>
{
    public AskInputValidator()
    {
        RuleFor(input => input.Word).Must(word => !string.IsNullOrWhiteSpace(word)).WithMessage("請寫一句話給隊長。");
        RuleFor(input => input.Word).MaximumLength(JoinRequest.LongestWord).Sentence("最多 {0} 個字", JoinRequest.LongestWord);
    }
}
