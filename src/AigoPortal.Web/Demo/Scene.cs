using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Letters;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Demo;

/// <summary>Everything that comes about in the demonstration, made by the domain's own verbs at their own instants, before it is saved as one.</summary>
internal sealed class Scene(SecretText secrets)
{
    /// <summary>An address for documentation (RFC 5737).</summary>
    public const string Origin = "203.0.113.7";

    // Right by their check digit, and made up.
    private static readonly string[] CompanyNumbers =
        [.. Enumerable.Range(90_000_000, 1_000).Select(number => number.ToString(CultureInfo.InvariantCulture)).Where(CompanyNumber.IsRight).Take(40)];

    public DemonstrationFile File { get; } = DemonstrationFile.Read();

    public Cast Cast { get; } = new();

    public Papers Papers { get; } = new();

    public SecretText Secrets { get; } = secrets;

    /// <summary>The last number given in each series.</summary>
    public Dictionary<string, int> Numbers { get; } = [];

    public List<Round> Rounds { get; } = [];

    public List<AwardScheme> Schemes { get; } = [];

    public Dictionary<string, (Organisation Organisation, Person Contact)> Organisations { get; } = [];

    public Dictionary<Guid, Problem> Problems { get; } = [];

    public List<ProblemQuestion> Questions { get; } = [];

    public List<ProblemFollow> Follows { get; } = [];

    public List<Workshop> Workshops { get; } = [];

    public Dictionary<Guid, Team> Teams { get; } = [];

    public List<TeamCall> Calls { get; } = [];

    public Dictionary<Guid, Entry> Entries { get; } = [];

    public List<PitchDraft> PitchDrafts { get; } = [];

    public List<PoserNote> Notes { get; } = [];

    public List<DataAccess> DataAccesses { get; } = [];

    public Dictionary<Guid, CooperationPaper> CooperationPapers { get; } = [];

    public List<SiteVisit> SiteVisits { get; } = [];

    public Dictionary<Guid, DeliverySheet> DeliverySheets { get; } = [];

    public List<Panel> Panels { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<EntryFeedback> Feedback { get; } = [];

    public List<Appeal> Appeals { get; } = [];

    public List<ConflictOfInterest> Conflicts { get; } = [];

    public List<Preference> Preferences { get; } = [];

    public List<Discussion> Discussions { get; } = [];

    public List<Meeting> Meetings { get; } = [];

    public List<Milestone> Milestones { get; } = [];

    public Dictionary<Guid, PayeeProfile> Payees { get; } = [];

    public List<LedgerRow> Ledger { get; } = [];

    public List<Transfer> Transfers { get; } = [];

    public List<PaymentBatch> Batches { get; } = [];

    public List<ProgrammeEvent> Events { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<ReadMark> ReadMarks { get; } = [];

    public List<Slot> Slots { get; } = [];

    public List<Posting> Postings { get; } = [];

    public List<JobApplication> Applications { get; } = [];

    public List<Letter> Letters { get; } = [];

    public static Actor By(Person person, DateTimeOffset at) => new(person.Id, person.Name, at, Origin);

    /// <summary>The leader acts for the entry's team.</summary>
    public Actor By(Entry entry, DateTimeOffset at) => By(LeaderOf(entry), at);

    /// <summary>The contact acts for the problem's organisation.</summary>
    public Actor By(Problem problem, DateTimeOffset at) => By(ContactOf(problem), at);

    public Actor Office(DateTimeOffset at) => By(Cast.Officer, at);

    public Actor SecondOffice(DateTimeOffset at) => By(Cast.SecondOfficer, at);

    public string NextCode(string series) =>
        string.Create(CultureInfo.InvariantCulture, $"{series}{Numbers[series] = Numbers.GetValueOrDefault(series) + 1:D3}");

    /// <summary>The organisation that poses a problem, with its contact; both are made when they first appear.</summary>
    public (Organisation Organisation, Person Contact) Poser(DemonstrationOrganisation posing, DateTimeOffset at)
    {
        if (Organisations.TryGetValue(posing.Name, out var known))
        {
            return known;
        }

        var contact = posing.Contact.Split('|');
        var person = Cast.Add(contact[0], posing.Email, Roles.Poser,
            new PersonProfile(contact[0], posing.Name, null, "TW", Enum.Parse<Gender>(contact[1]), Languages.Chinese), at);
        var organisation = new Organisation(posing.Name, posing.Kind, person.Id, By(person, at), CompanyNumbers.ElementAtOrDefault(Organisations.Count));
        if (Organisations.Count == 0)
        {
            var colleague = Cast.Add("吳建成", null, Roles.Poser, new PersonProfile("吳建成", posing.Name, null, "TW", Gender.Male, Languages.Chinese), at);
            organisation.AddContact(colleague.Id, By(person, at));
        }

        return Organisations[posing.Name] = (organisation, person);
    }

    public Person Person(Guid id) => Cast.Everybody.First(known => known.Person.Id == id).Person;

    public Person ContactOf(Entry entry) => ContactOf(Problems[entry.ProblemId]);

    public Person ContactOf(Problem problem) => Organisations.Values.First(poser => poser.Organisation.Id == problem.OrganisationId).Contact;

    public Person LeaderOf(Entry entry) => Person(Teams[entry.TeamId].LeaderId);

    /// <summary>A letter of the past: written and sent.</summary>
    public void Write(Person to, string subject, string body, DateTimeOffset at)
    {
        var letter = new Letter(to.Email, subject, $"{to.Name} 您好：\n\n{body}\n\nAIGO 計畫辦公室\n", at);
        letter.MarkSent(at.AddSeconds(20));
        Letters.Add(letter);
    }
}

/// <summary>One round of the demonstration; days count from its anchor.</summary>
internal sealed class RoundScene
{
    private readonly DateOnly _anchor;

    public RoundScene(Scene scene, Round round, string cast, DateOnly anchor)
    {
        (Scene, Round, _anchor) = (scene, round, anchor);
        Problems = new ProblemActs(this);
        Teams = new TeamActs(this, cast);
        Entries = new EntryActs(this);
        Cooperation = new CooperationActs(this);
        Panels = new PanelActs(this);
        Appeals = new AppealActs(this);
        Declarations = new DeclarationActs(this);
        Meetings = new MeetingActs(this);
        Payments = new PaymentActs(this);
    }

    public Scene Scene { get; }

    public Round Round { get; }

    public ProblemActs Problems { get; }

    public TeamActs Teams { get; }

    public EntryActs Entries { get; }

    public CooperationActs Cooperation { get; }

    public PanelActs Panels { get; }

    public AppealActs Appeals { get; }

    public DeclarationActs Declarations { get; }

    public MeetingActs Meetings { get; }

    public PaymentActs Payments { get; }

    public DateTimeOffset At(int day, int hour, int minute = 0) => Taipei.At(_anchor.AddDays(day), new TimeOnly(hour, minute));
}
