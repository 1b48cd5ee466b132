using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Demo;

/// <summary>Awarded amounts on their way to the payees and into the ledger.</summary>
internal sealed class PaymentActs(RoundScene round)
{
    private static readonly (string Purpose, string Vendor, int Percent)[] Spending =
    [
        ("雲端運算（GPU）", "雲嶺數位", 50), ("資料標註工讀金", "青禾人力", 30), ("場域測試差旅與材料", "順行旅運", 20),
    ];

    private const string VendorNumber = "90000006";

    private Scene Scene => round.Scene;

    public Milestone Of(Entry entry, int order) => Scene.Milestones.First(milestone => milestone.EntryId == entry.Id && milestone.Order == order);

    /// <summary>The leader splits evenly, every payee has stated their account, and evidence goes in where it is needed.</summary>
    public Milestone Evidence(Entry entry, int order, DateTimeOffset at, string? usedElsewhere = null)
    {
        var (milestone, team, leader) = (Of(entry, order), Scene.Teams[entry.TeamId], Scene.LeaderOf(entry));
        var parts = Split.Evenly(milestone.Amount, team.Members.Count);
        milestone.Divide([.. team.Members.Select((member, index) => new PayeeShare(member.PersonId, parts[index]))], team, Scene.By(leader, at.AddHours(-5)));
        foreach (var member in team.Members)
        {
            State(Scene.Person(member.PersonId), at.AddHours(-3));
        }

        if (milestone.NeedsEvidence)
        {
            Spend(milestone, leader, at.AddHours(-1), usedElsewhere);
        }

        milestone.SubmitEvidence(team.Members.Select(member => member.PersonId).ToHashSet(), Scene.By(leader, at));
        return milestone;
    }

    public Milestone Approve(Entry entry, int order, DateTimeOffset at)
    {
        var milestone = Of(entry, order);
        milestone.Approve(Scene.Office(at));
        return milestone;
    }

    /// <summary>Another officer releases; one ledger row and transfer a payee.</summary>
    public void Pay(Entry entry, int order, DateTimeOffset at)
    {
        var (milestone, by) = (Of(entry, order), Scene.SecondOffice(at));
        milestone.Pay(by);
        foreach (var share in milestone.Shares.OrderBy(share => share.PayeeId))
        {
            var (person, profile) = (Scene.Person(share.PayeeId), Scene.Payees[share.PayeeId]);
            var withheld = Withholding.On(share.Amount, profile.TaxStatus, Taipei.DateOf(at), round.Round.Withholding);
            var row = new LedgerRow(Scene.Ledger.LastOrDefault(), new Payment(
                round.Round.Id, entry.Id, entry.Code, Scene.Problems[entry.ProblemId].Content.Title, Scene.Teams[entry.TeamId].Name,
                milestone, person.Id, person.Name, profile.TaxStatus, withheld, by));
            Scene.Ledger.Add(row);
            Scene.Transfers.Add(new Transfer(row, new TransferAccount(profile.BankCode, profile.SealedAccount, profile.AccountHint), by));
            Scene.Write(person, $"獎金已撥付：{entry.Code} {milestone.Name}", $"給付總額 {share.Amount} 元，扣繳稅額 {withheld.Tax} 元，實付 {withheld.Net} 元。", at);
        }
    }

    /// <summary>From the evidence to the payment, in ten days.</summary>
    public void Settle(Entry entry, int order, DateTimeOffset at)
    {
        Evidence(entry, order, at);
        Approve(entry, order, at.AddDays(4));
        Pay(entry, order, at.AddDays(10));
    }

    // The first receipt may bear a number that was handed in elsewhere, for the office to find.
    private void Spend(Milestone milestone, Person leader, DateTimeOffset at, string? usedElsewhere)
    {
        var by = Scene.By(leader, at);
        foreach (var (purpose, vendor, percent) in Spending)
        {
            var amount = new Twd(milestone.Amount.Dollars * percent / 100);
            var number = milestone.Receipts.Count == 0 && usedElsewhere is not null ? usedElsewhere : string.Create(CultureInfo.InvariantCulture, $"QX-{47000000 + Scene.Papers.Files.Count:D8}");
            var file = Scene.Papers.Write($"{number}.pdf", leader, at, "電子發票證明聯", number, vendor, purpose, $"合計 {amount} 元");
            milestone.AddExpense(purpose, amount, by);
            milestone.AddReceipt(number, Taipei.DateOf(at.AddDays(-3)), vendor, amount, file.Id, by, VendorNumber);
        }
    }

    private void State(Person person, DateTimeOffset at)
    {
        if (Scene.Payees.ContainsKey(person.Id))
        {
            return;
        }

        var serial = Scene.Payees.Count + 1;
        var resident = person.Nationality == "TW";
        var (number, account) = (IdNumber(resident, person.Gender, serial), string.Create(CultureInfo.InvariantCulture, $"0024{serial:D4}8{serial * 37 % 1000:D3}"));
        var statement = new PayeeStatement(
            resident ? TaxStatus.Resident : TaxStatus.Foreigner, Scene.Secrets.Seal(number), SecretText.Mask(number), "海灣市中正區民生路 100 號",
            "808", Scene.Secrets.Seal(account), SecretText.Mask(account));
        Scene.Payees.Add(person.Id, new PayeeProfile(person.Id, statement, Scene.By(person, at)));
    }

    // Registered in Taipei (A = 10); the last digit makes the weighted sum a multiple of ten.
    private static string IdNumber(bool resident, Gender gender, int serial)
    {
        var second = (resident, gender) switch { (true, Gender.Female) => '2', (true, _) => '1', (_, Gender.Female) => '9', _ => '8' };
        var digits = string.Create(CultureInfo.InvariantCulture, $"{second}{3000000 + (serial * 7919):D7}");
        var sum = 1 + digits.Select((digit, index) => (digit - '0') * (8 - index)).Sum();
        return $"A{digits}{(10 - (sum % 10)) % 10}";
    }
}
