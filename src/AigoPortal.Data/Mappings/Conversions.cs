using AigoPortal.Domain.Money;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AigoPortal.Data.Mappings;

/// <summary>Money is stored as whole dollars.</summary>
internal sealed class TwdConversion() : ValueConverter<Twd, long>(amount => amount.Dollars, dollars => new Twd(dollars));

/// <summary>Instants are stored in UTC, to the microsecond both databases keep.</summary>
internal sealed class UtcConversion() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    at => new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero), at => at);
