using AigoPortal.Domain.People;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Account;

/// <summary>What a person knows, made and links to; the lists keep the order of the vocabulary.</summary>
public sealed class SkillsInput
{
    /// <summary>A level for each technology, none where the person has nothing to say.</summary>
    public List<SkillLevel?> Technologies { get; set; } = [];

    /// <summary>The same for industries.</summary>
    public List<SkillLevel?> Industries { get; set; } = [];

    public List<WorkInput> Works { get; set; } = [];

    public List<LinkInput> Links { get; set; } = [];

    public static SkillsInput Of(Person person) => new()
    {
        Technologies = Levels(person, SkillKind.Technology, Vocabulary.Technologies),
        Industries = Levels(person, SkillKind.Industry, Vocabulary.Industries),
        Works = [.. person.Works.Select(work => new WorkInput { Title = work.Title, Year = work.Year, Sentence = work.Sentence, Link = work.Link })],
        Links = [.. person.Links.Select(link => new LinkInput { Label = link.Label, Url = link.Url })],
    };

    /// <summary>Every line of the form, also those a browser didn't send, and no more.</summary>
    public void Complete()
    {
        Technologies = Fill(Technologies, Vocabulary.Technologies.Count, () => null);
        Industries = Fill(Industries, Vocabulary.Industries.Count, () => null);
        Works = Fill(Works, PersonRules.MostWorks, () => new WorkInput());
        Links = Fill(Links, PersonRules.MostLinks, () => new LinkInput());
    }

    /// <summary>What was said; a word that left the list stays as the person said it.</summary>
    public IReadOnlyList<PersonSkill> ToSkills(Person person) =>
    [
        .. Said(SkillKind.Technology, Vocabulary.Technologies, Technologies),
        .. Said(SkillKind.Industry, Vocabulary.Industries, Industries),
        .. person.Skills.Where(skill => !(skill.Kind == SkillKind.Technology ? Vocabulary.Technologies : Vocabulary.Industries).Has(skill.Name)),
    ];

    public IReadOnlyList<PersonWork> ToWorks() =>
        [.. Works.Where(work => !work.IsEmpty).Select(work => new PersonWork(Written.Line(work.Title), work.Year, Written.Line(work.Sentence), work.Link?.Trim()))];

    public IReadOnlyList<PersonLink> ToLinks() => [.. Links.Where(link => !link.IsEmpty).Select(link => new PersonLink(Written.Line(link.Label), link.Url!.Trim()))];

    private static List<SkillLevel?> Levels(Person person, SkillKind kind, IReadOnlyList<Term> terms) =>
        [.. terms.Select(term => person.Skills.FirstOrDefault(skill => skill.Kind == kind && skill.Name == term.Name)?.Level)];

    private static IEnumerable<PersonSkill> Said(SkillKind kind, IReadOnlyList<Term> terms, List<SkillLevel?> levels) =>
        terms.Zip(levels).Where(pair => pair.Second is not null).Select(pair => new PersonSkill(kind, pair.First.Name, pair.Second!.Value));

    private static List<T> Fill<T>(List<T> sent, int count, Func<T> empty) =>
        [.. sent.Take(count).Select(one => one ?? empty()), .. Enumerable.Range(0, Math.Max(0, count - sent.Count)).Select(_ => empty())];
}

/// <summary>A past work.</summary>
public sealed class WorkInput
{
    public string? Title { get; set; }

    public int? Year { get; set; }

    public string? Sentence { get; set; }

    public string? Link { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && Year is null && string.IsNullOrWhiteSpace(Sentence) && string.IsNullOrWhiteSpace(Link);
}

/// <summary>A link.</summary>
public sealed class LinkInput
{
    public string? Label { get; set; }

    public string? Url { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Url);
}

/// <summary>Its shape.</summary>
public sealed class SkillsInputValidator : AbstractValidator<SkillsInput>
{
    public SkillsInputValidator(int thisYear)
    {
        RuleForEach(input => input.Technologies).Must(level => level is null || Enum.IsDefined(level.Value)).WithMessage("這個值無法使用，請重新填寫。");
        RuleForEach(input => input.Industries).Must(level => level is null || Enum.IsDefined(level.Value)).WithMessage("這個值無法使用，請重新填寫。");
        RuleForEach(input => input.Works).Where(work => !work.IsEmpty).ChildRules(work =>
        {
            work.RuleFor(one => one.Title).Must(title => !string.IsNullOrWhiteSpace(title)).WithMessage("請填作品名稱，或清空這一件。");
            work.RuleFor(one => one.Title).MaximumLength(100).Sentence("最多 {0} 個字", 100);
            work.RuleFor(one => one.Title).Must(PersonFields.IsPlain).WithMessage("請移除換行等控制字元。");
            work.RuleFor(one => one.Year).Must(year => year is null || (year >= 1950 && year <= thisYear)).Sentence("年份請填西元 1950 到 {0}。", thisYear.ToString(System.Globalization.CultureInfo.InvariantCulture));
            work.RuleFor(one => one.Sentence).MaximumLength(300).Sentence("最多 {0} 個字", 300);
            work.RuleFor(one => one.Sentence).Must(PersonFields.IsPlain).WithMessage("請移除換行等控制字元。");
            work.RuleFor(one => one.Link).Must(IsNoneOrWeb).WithMessage("連結要以 http:// 或 https:// 開頭。");
        });
        RuleForEach(input => input.Links).Where(link => !link.IsEmpty).ChildRules(link =>
        {
            link.RuleFor(one => one.Label).Must(label => !string.IsNullOrWhiteSpace(label)).WithMessage("請寫這是什麼，例如 GitHub。");
            link.RuleFor(one => one.Label).MaximumLength(50).Sentence("最多 {0} 個字", 50);
            link.RuleFor(one => one.Label).Must(PersonFields.IsPlain).WithMessage("請移除換行等控制字元。");
            link.RuleFor(one => one.Url).Must(url => !string.IsNullOrWhiteSpace(url)).WithMessage("請填網址，或清空這一列。");
            link.RuleFor(one => one.Url).Must(IsNoneOrWeb).WithMessage("連結要以 http:// 或 https:// 開頭。");
        });
    }

    private static bool IsNoneOrWeb(string? url) =>
        string.IsNullOrWhiteSpace(url) || (url.Length <= 400 && PersonFields.IsPlain(url) && PersonRules.IsWebAddress(url.Trim()));
}
