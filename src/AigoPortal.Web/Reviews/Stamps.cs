using System.Security.Cryptography;
using System.Text.Json;

namespace AigoPortal.Web.Reviews;

/// <summary>A short word for what a page shows, so that a page that asks again and again is answered only when something changed.</summary>
public static class Stamps
{
    /// <summary>The same for the same things.</summary>
    public static string Of(params object?[] shown) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown)))[..16];
}
