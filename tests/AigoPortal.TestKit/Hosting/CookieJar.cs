using System.Net;

namespace AigoPortal.TestKit.Hosting;

/// <summary>Keeps cookies as a browser does, and goes where the portal redirects to only when asked.</summary>
public sealed class CookieJar : DelegatingHandler
{
    private static readonly Uri Root = new("http://localhost/");
    private readonly CookieContainer _cookies = new();

    /// <summary>Puts a cookie in.</summary>
    public void Set(string name, string value) => _cookies.Add(Root, new Cookie(name, value));

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = _cookies.GetCookieHeader(Root);
        if (header.Length > 0)
        {
            request.Headers.Remove("Cookie");
            request.Headers.Add("Cookie", header);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given)
            {
                _cookies.SetCookies(Root, cookie);
            }
        }

        return response;
    }
}
