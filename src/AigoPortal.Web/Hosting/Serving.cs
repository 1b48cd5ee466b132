using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AigoPortal.Web.Hosting;

/// <summary>Starts serving and says where; a taken port gets a sentence, not a stack trace.</summary>
public static partial class Serving
{
    /// <summary>Bytes a request may have; the upload rules refuse earlier and with a sentence.</summary>
    private const long LargestRequest = 256L * 1024 * 1024;

    internal static void AllowLargeUploads(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = LargestRequest);
    }

    /// <summary>Runs until it is asked to stop. Exit code 1 when the address is taken.</summary>
    public static async Task RunPortalAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || taken is { InnerException: SocketException })
        {
            PortIsTaken(app.Logger, taken.Message);
            Environment.ExitCode = 1;
            await app.DisposeAsync();
            return;
        }

        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Serves(app.Logger, address);
        }

        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The port is taken by another program: {Reason:l} Choose another with --urls http://127.0.0.1:5090 or the setting ASPNETCORE_URLS.")]
    private static partial void PortIsTaken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "AIGO Portal: {Address:l}")]
    private static partial void Serves(ILogger logger, string address);
}
