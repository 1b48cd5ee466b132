using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Time;

public class RocDateTests
{
    [Theory]
    [InlineData(1912, 1)]
    [InlineData(2019, 108)]
    [InlineData(2027, 116)]
    public void YearOf_CountsFromTheRepublic(int year, int roc) => RocDate.YearOf(new(year, 12, 31)).ShouldBe(roc);

    [Fact]
    public void Write_IsWrittenAsAnOfficeWritesIt() => RocDate.Write(new(2019, 7, 3)).ShouldBe("108 年 7 月 3 日");
}
