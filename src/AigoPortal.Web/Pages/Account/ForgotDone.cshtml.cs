using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AigoPortal.Web.Pages.Account;

public sealed class ForgotDoneModel : PageModel
{
    [TempData]
    public string? Email { get; set; }
}
