using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>The word for a member of an enum: its [Description], in the reader's language.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Keys = new();

    public static string KeyOf(Enum value) => Keys.GetOrAdd(value, static member =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<DescriptionAttribute>()?.Description ?? member.ToString());

    extension(IStringLocalizer localizer)
    {
        public string Word(Enum? value) => value is null ? "" : localizer[KeyOf(value)].Value;

        /// <summary>Localises a key given by a page; data that is no key comes back unchanged.</summary>
        public string Say(string? key) => string.IsNullOrEmpty(key) ? "" : localizer[key].Value;
    }
}
