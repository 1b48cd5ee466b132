using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Account;

public sealed class LogoutModel(SignInManager<Data.Identity.Account> signIn) : PortalPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Say("已登出");
        return LocalRedirect("~/");
    }
}
