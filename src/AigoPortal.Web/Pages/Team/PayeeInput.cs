using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Team;

/// <summary>What a payee says of themself. Numbers left empty stay as they were stated before.</summary>
public sealed class PayeeInput
{
    public TaxStatus? TaxStatus { get; set; }

    public string IdNumber { get; set; } = "";

    public string Address { get; set; } = "";

    public string BankCode { get; set; } = "";

    public string Account { get; set; } = "";
}

public sealed class PayeeValidator : AbstractValidator<PayeeInput>
{
    public static readonly TaxStatus[] Persons = [TaxStatus.Resident, TaxStatus.Foreigner];

    /// <param name="before">The tax status stated before; null the first time.</param>
    public PayeeValidator(TaxStatus? before)
    {
        RuleFor(input => input.TaxStatus).NotNull().WithMessage("請選擇身分");
        RuleFor(input => input.TaxStatus).Must(status => status is null || Persons.Contains(status.Value)).WithMessage("請選擇身分");
        When(input => before is null || input.IdNumber.Trim().Length > 0, () =>
        {
            RuleFor(input => input.IdNumber).Must(number => IdNumber.KindOf(IdNumber.Clean(number)) is not null)
                .WithMessage("這不是有效的身分證字號或居留證號，請再核對一次");
            RuleFor(input => input.IdNumber).Must((input, number) => Fits(input.TaxStatus, IdNumber.KindOf(IdNumber.Clean(number))))
                .WithMessage("外籍人士請填居留證號");
        }).Otherwise(() => RuleFor(input => input.IdNumber).Must((input, _) => input.TaxStatus == before)
            .WithMessage("身分有改變，請重新填寫身分證字號或居留證號"));
        RuleFor(input => input.Address).NotEmpty().WithMessage("請填寫地址");
        RuleFor(input => input.Address).MaximumLength(400).Sentence("最多 {0} 個字", 400);
        RuleFor(input => input.BankCode).Matches("^[0-9]{3}$").WithMessage("銀行代碼是 3 位數字");
        When(input => before is null || input.Account.Trim().Length > 0, () =>
            RuleFor(input => input.Account).Must(account => Digits(account).Length is >= 6 and <= 16 && Digits(account).All(char.IsAsciiDigit))
                .WithMessage("帳號是 6 到 16 位數字"));
    }

    /// <summary>Without the spaces and dashes that people copy along.</summary>
    public static string Digits(string account) => string.Concat(account.Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));

    private static bool Fits(TaxStatus? status, IdNumberKind? kind) => (status, kind) is not (TaxStatus.Foreigner, IdNumberKind.National);
}
