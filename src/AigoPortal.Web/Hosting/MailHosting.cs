using AigoPortal.Web.Mail;

namespace AigoPortal.Web.Hosting;

/// <summary>Letters: written by pages and jobs, sent in the background.</summary>
public static class MailHosting
{
    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("Mail");
        services.AddSingleton<LetterSignal>();
        services.AddScoped<Letters>();
        services.AddHostedService<LetterSender>();
        return services;
    }
}
