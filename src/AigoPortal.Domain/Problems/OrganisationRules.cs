using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Problems;

/// <summary>The rules of posing organisations, named as sentences.</summary>
public static class OrganisationRules
{
    /// <summary>A company is known by its 統一編號; a wrong one would make a second company of it.</summary>
    public static BrokenRule? NumberIsRight(string? number) =>
        number is null || CompanyNumber.IsRight(number) ? null : new BrokenRule("organisation.number", "CompanyNumber", "統一編號是 8 碼數字，請檢查有沒有打錯。");

    /// <summary>A company says its 統一編號 before it poses; public bodies are known by their names.</summary>
    public static BrokenRule? IsIdentified(Organisation organisation) =>
        organisation.Kind != OrganisationKind.Industry || organisation.CompanyNumber is not null
            ? null
            : new BrokenRule("organisation.unidentified", "CompanyNumber", "請填寫統一編號，送出題目前需要。");

    /// <summary>Somebody has to be there for the teams and the office.</summary>
    public static BrokenRule? KeepsAContact(int contacts) =>
        contacts > 1 ? null : new BrokenRule("organisation.last-contact", "", "這是最後一位窗口，不能移除。請先邀請另一位。");

    /// <summary>Only a contact can be removed or take over.</summary>
    public static BrokenRule? IsContact(Organisation organisation, Guid personId) =>
        organisation.Contacts.Any(contact => contact.PersonId == personId) ? null : new BrokenRule("organisation.no-contact", "", "這個人已經不是貴單位的窗口。");

    /// <summary>A company number stands for one organisation.</summary>
    public static BrokenRule NumberIsTaken() =>
        new("organisation.number-taken", "CompanyNumber", "這個統一編號已經有出題單位，請洽原窗口邀請您加入，或洽計畫辦公室。");
}
