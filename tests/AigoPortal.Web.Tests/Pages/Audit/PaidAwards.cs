using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AigoPortal.Web.Tests.Pages.Audit;

internal static class PaidAwards
{
    /// <summary>An entry whose first milestone is paid to two persons.</summary>
    public static async Task<Awarded> ByAsync(PortalHost host)
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Foreigner, TaxStatus.Foreigner);
        var id = await award.ApprovedAsync((award.Leader, 33_333), (award.Foreigner, 16_667));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(id, award.Given.By(award.Releaser), CancellationToken.None);
        return award;
    }
}
