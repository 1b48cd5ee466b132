using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Account;

/// <summary>A person takes a copy of their data, or has the account deleted.</summary>
public sealed class DataModel(ExportPersonalData export, DeleteAccount delete, SignInManager<Data.Identity.Account> signIn, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public DeletionInput Input { get; set; } = new();

    /// <summary>What stands in the way of deletion.</summary>
    public IReadOnlyList<BrokenRule> Obstacles { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Obstacles = await delete.ObstaclesAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=aigo-{Taipei.DateOf(me.Now):yyyyMMdd}.json";
        await export.WriteAsync(Response.Body, cancellation);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (!Check(new DeletionInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await delete.RunAsync(Input.Password, cancellation);
        await signIn.SignOutAsync();
        Say("帳號已刪除，謝謝您的參與。");
        return LocalRedirect("~/");
    }
}

/// <summary>That it is oneself, and meant.</summary>
public sealed class DeletionInput
{
    public string Password { get; set; } = "";

    public bool Sure { get; set; }
}

/// <summary>Its shape.</summary>
public sealed class DeletionInputValidator : AbstractValidator<DeletionInput>
{
    public DeletionInputValidator()
    {
        RuleFor(input => input.Password).NotEmpty().WithMessage("請填寫目前的密碼。");
        RuleFor(input => input.Sure).Equal(true).WithMessage("請先勾選，再刪除帳號。");
    }
}
