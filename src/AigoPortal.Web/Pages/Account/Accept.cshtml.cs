using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

/// <summary>An invited person takes over the account made for them: own name, own password.</summary>
public sealed class AcceptModel(
    PortalDbContext db, SignInManager<Data.Identity.Account> signIn, Registration registration, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public AcceptInput Input { get; set; } = new();

    public bool Spent { get; private set; }

    public string Email => Owner.Email ?? "";

    private UserManager<Data.Identity.Account> Accounts => signIn.UserManager;

    private Data.Identity.Account Owner { get; set; } = null!;

    private Person Invited { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Accounts.FindByIdAsync(Id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Owner = account;
        Invited = await db.People.Include(person => person.Consents).FirstAsync(person => person.Id == Id, cancellation);
        Spent = account.PasswordHash is not null || Registration.FromLink(Token) is not { } token || !await registration.InvitesAsync(account, token);
        if (FirstShow)
        {
            Input = new AcceptInput { Name = Invited.Name, Language = Invited.Language, Gender = Invited.Gender == Gender.Undisclosed ? null : Invited.Gender };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Spent || !Check(new AcceptInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var by = me.Actor with { PersonId = Id, Name = Input.Name.Trim() };
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            Owner.EmailConfirmed = true;
            Registration.Require(await Accounts.AddPasswordAsync(Owner, Input.Password));
            Invited.Describe(new PersonProfile(by.Name, Invited.Affiliation, Invited.BirthDate, Invited.Nationality, Input.Gender ?? Gender.Undisclosed, Input.Language), by);
            db.Record(by, "account.accept", Id);
            Invited.Agree(by);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await signIn.SignInAsync(Owner, isPersistent: false);
        Say("帳號已開通");
        return LocalRedirect("~" + Homes.Of(await Accounts.GetRolesAsync(Owner)));
    }
}

public sealed class AcceptInput
{
    public string Name { get; set; } = "";

    public string Password { get; set; } = "";

    public Gender? Gender { get; set; }

    public string Language { get; set; } = "zh-Hant";

    public bool Agreed { get; set; }
}

public sealed class AcceptInputValidator : AbstractValidator<AcceptInput>
{
    public AcceptInputValidator()
    {
        RuleFor(input => input.Name).MustBeName();
        RuleFor(input => input.Password).MustBeNewPassword();
        RuleFor(input => input.Gender).IsInEnum().WithMessage("請選擇性別。");
        RuleFor(input => input.Language).Must(PersonFields.IsLanguage).WithMessage("請選擇語言。");
        RuleFor(input => input.Agreed).Equal(true).WithMessage("同意個人資料的蒐集與使用後才能開通帳號。");
    }
}
