using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

public sealed class ProfileModel(PortalDbContext db, SignInManager<Data.Identity.Account> signIn, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    [BindProperty]
    public NewPasswordInput Secret { get; set; } = new();

    public IReadOnlyList<SelectListItem> Nationalities => Countries.Choices(T);

    public string Email => Owner.Email;

    /// <summary>What the profile still lacks, for applications and recommendations.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>My results under the rules of the round that runs now; none without that role.</summary>
    public IReadOnlyList<EligibilityResult> Eligibility { get; private set; } = [];

    public string Round { get; private set; } = "";

    private Person Owner { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == me.Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Owner = person;
        if (FirstShow || Secret.Sent)
        {
            Input = ProfileInput.Of(person);
        }

        if (me.Is(Roles.Participant))
        {
            await LookAsync(cancellation);
        }

        return null;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        Gaps = ProfileGaps.Of(Owner, await db.PersonSkills.AnyAsync(skill => EF.Property<Guid>(skill, "PersonId") == me.Id, cancellation));
        if (await db.Rounds.AsNoTracking().CurrentOrNoneAsync(me.Now, cancellation) is { } round)
        {
            var waivers = await db.EligibilityWaivers.AsNoTracking()
                .Where(waiver => waiver.PersonId == me.Id && db.TeamMembers.Any(member => member.TeamId == waiver.TeamId && member.RoundId == round.Id && member.PersonId == me.Id))
                .ToListAsync(cancellation);
            (Round, Eligibility) = (round.Code, Domain.Teams.Eligibility.Of(Owner, round, waivers, me.Now));
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new ProfileInputValidator(Taipei.DateOf(me.Now)), Input) || await LoadAsync(cancellation) is not null)
        {
            return await AgainAsync(cancellation);
        }

        Owner.Describe(Input.ToProfile(), me.Actor);
        await db.SaveChangesAsync(cancellation);
        await signIn.RefreshSignInAsync((await signIn.UserManager.FindByIdAsync(me.Id.ToString()))!);
        Say("已儲存");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!Check(new NewPasswordInputValidator(), Secret, "Secret"))
        {
            return await AgainAsync(cancellation);
        }

        var account = (await signIn.UserManager.FindByIdAsync(me.Id.ToString()))!;
        var changed = await signIn.UserManager.ChangePasswordAsync(account, Secret.Current, Secret.Password);
        if (!changed.Succeeded)
        {
            Refuse("Secret.Current", "目前的密碼不正確。");
            return await AgainAsync(cancellation);
        }

        db.Record(me.Actor, "account.change-password", me.Id);
        await db.SaveChangesAsync(cancellation);
        await signIn.RefreshSignInAsync(account);
        Say("密碼已更新，其他裝置上的登入會在一分鐘內失效。");
        return RedirectToPage();
    }
}

public sealed class ProfileInput
{
    public string Name { get; set; } = "";

    public string? Affiliation { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Nationality { get; set; }

    public Gender Gender { get; set; }

    public string Language { get; set; } = "zh-Hant";

    public static ProfileInput Of(Person person) => new()
    {
        Name = person.Name,
        Affiliation = person.Affiliation,
        BirthDate = person.BirthDate,
        Nationality = person.Nationality,
        Gender = person.Gender,
        Language = person.Language,
    };

    public PersonProfile ToProfile() => new(Name.Trim(), Affiliation?.Trim(), BirthDate, Nationality, Gender, Language);
}

public sealed class ProfileInputValidator : AbstractValidator<ProfileInput>
{
    public ProfileInputValidator(DateOnly today)
    {
        RuleFor(input => input.Name).MustBeName();
        RuleFor(input => input.Affiliation).MaximumLength(200).Sentence("最多 {0} 個字", 200)
            .Must(PersonFields.IsPlain).WithMessage("請移除換行等控制字元。");
        RuleFor(input => input.BirthDate).Must(born => born is not { } date || (date.Year >= 1900 && date <= today)).WithMessage("請填寫正確的出生日期。");
        RuleFor(input => input.Nationality).Must(code => code is null || Countries.Knows(code)).WithMessage("請選擇國籍。");
        RuleFor(input => input.Gender).IsInEnum().WithMessage("請選擇性別。");
        RuleFor(input => input.Language).Must(PersonFields.IsLanguage).WithMessage("請選擇語言。");
    }
}

public sealed class NewPasswordInput
{
    public string Current { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whether this is the form that was sent.</summary>
    public bool Sent { get; set; }
}

public sealed class NewPasswordInputValidator : AbstractValidator<NewPasswordInput>
{
    public NewPasswordInputValidator()
    {
        RuleFor(input => input.Current).NotEmpty().WithMessage("請填寫目前的密碼。");
        RuleFor(input => input.Password).MustBeNewPassword();
    }
}
