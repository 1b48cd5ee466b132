namespace AigoPortal.Domain.People;

/// <summary>A version of the personal-data notice (個人資料保護法第 8 條); its words stand on the public page.</summary>
/// <param name="Version">From 1, rising.</param>
/// <param name="From">The day it takes effect.</param>
public sealed record PrivacyNotice(int Version, DateOnly From)
{
    /// <summary>Every version, the newest last.</summary>
    public static readonly IReadOnlyList<PrivacyNotice> All = [new(1, new DateOnly(2019, 1, 1))];

    /// <summary>The version that is asked for.</summary>
    public static PrivacyNotice Current => All[^1];
}

/// <summary>A person agreed to a version of the notice; kept, never overwritten.</summary>
public sealed class PrivacyConsent
{
    private PrivacyConsent()
    {
    }

    internal PrivacyConsent(int version, DateTimeOffset at) => (Version, AgreedAt) = (version, at);

    /// <summary>The notice's version.</summary>
    public int Version { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AgreedAt { get; private set; }
}
