using AigoPortal.Domain.People;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.People;

public class IdNumberTests
{
    // Computed by hand, such as A123456789: A is 10, so 1×1 + 0×9, then 1×8 + 2×7 + 3×6 + 4×5 + 5×4 + 6×3 + 7×2 + 8×1, then 9: 130.
    [Theory]
    [InlineData("A123456789", IdNumberKind.National)] // 1 + 120 + 9
    [InlineData("F231104111", IdNumberKind.National)] // 46 + 63 + 1
    [InlineData("I200000005", IdNumberKind.National)] // 39 + 16 + 5: I is 34
    [InlineData("O100000004", IdNumberKind.National)] // 48 + 8 + 4: O is 35
    [InlineData("W100000001", IdNumberKind.National)] // 21 + 8 + 1: W is 32
    [InlineData("X100000009", IdNumberKind.National)] // 3 + 8 + 9: X is 30
    [InlineData("Y100000000", IdNumberKind.National)] // 12 + 8 + 0: Y is 31
    [InlineData("Z100000002", IdNumberKind.National)] // 30 + 8 + 2: Z is 33
    [InlineData("A800000014", IdNumberKind.Residence)] // 1 + 65 + 4
    [InlineData("B987654320", IdNumberKind.Residence)] // 10 + 240 + 0
    [InlineData("AC01234567", IdNumberKind.OldResidence)] // 1 + 16 + 56 + 7: C is 12 and counts with its 2
    [InlineData("FD12345676", IdNumberKind.OldResidence)] // 46 + 24 + 84 + 6
    public void ANumber_WithTheRightLastDigit_HasItsKind(string number, IdNumberKind kind)
    {
        IdNumber.KindOf(number).ShouldBe(kind);
        for (var digit = '0'; digit <= '9'; digit++)
        {
            if (digit != number[^1])
            {
                IdNumber.KindOf(number[..^1] + digit).ShouldBeNull();
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A12345678")]
    [InlineData("A1234567890")]
    [InlineData("1123456789")]
    [InlineData("a123456789")]
    [InlineData("A300000000")] // no such second digit
    [InlineData("AE12345678")] // no such second letter
    [InlineData("A12345678X")]
    [InlineData("甲123456789")]
    [InlineData("Ａ１２３４５６７８９")]
    [InlineData("🪪🪪🪪🪪🪪")]
    public void AnythingElse_IsNoNumber(string number) => IdNumber.KindOf(number).ShouldBeNull();

    [Theory]
    [InlineData(" a123456789 ")]
    [InlineData("Ａ１２３４５６７８９")]
    [InlineData("A-1234 5678 9")]
    public void ANumberAsPeopleTypeIt_IsCleanedFirst(string typed) => IdNumber.KindOf(IdNumber.Clean(typed)).ShouldBe(IdNumberKind.National);
}
