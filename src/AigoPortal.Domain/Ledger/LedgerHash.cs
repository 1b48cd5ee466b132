using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AigoPortal.Domain.Ledger;

/// <summary>The hash of a ledger row over its canonical form (docs/ledger.md), without garbage: a check reads many rows.</summary>
internal static class LedgerHash
{
    private const int Fixed = 1024; // everything but the texts, with room to spare
    private const int BytesOfACharacter = 3;
    private const int DigestLength = 32;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(LedgerRow row)
    {
        Span<byte> digest = stackalloc byte[DigestLength];
        Digest(row, digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>Whether the row has its own hash.</summary>
    public static bool IsOf(LedgerRow row)
    {
        Span<byte> digest = stackalloc byte[DigestLength];
        Digest(row, digest);
        Span<char> hex = stackalloc char[DigestLength * 2];
        return Convert.TryToHexStringLower(digest, hex, out _) && hex.SequenceEqual(row.Hash);
    }

    private static void Digest(LedgerRow row, Span<byte> digest)
    {
        var texts = row.EntryCode.Length + row.ProblemTitle.Length + row.TeamName.Length + row.MilestoneName.Length + row.PayeeName.Length + row.VoucherNumber.Length
            + row.ApproverName.Length + row.ReleaserName.Length + row.PreviousHash.Length + (row.Reason?.Length ?? 0);
        var buffer = ArrayPool<byte>.Shared.Rent(Fixed + (texts * BytesOfACharacter));
        try
        {
            var form = new Form(buffer);
            Write(row, ref form);
            SHA256.HashData(form.Written, digest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Write(LedgerRow row, ref Form form)
    {
        form.Add(row.Sequence, "");
        form.Next(row.Date, "yyyy-MM-dd");
        form.Next(row.PostedAt.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
        form.Next(row.Kind.ToString());
        form.Next(row.EntryId, "D");
        form.Next(row.EntryCode);
        form.Next(row.ProblemTitle);
        form.Next(row.TeamName);
        form.Next(row.MilestoneId, "D");
        form.Next(row.Tier.ToString());
        form.Next(row.MilestoneName);
        form.Next(row.PayeeId, "D");
        form.Next(row.PayeeName);
        form.Next(row.TaxStatus.ToString());
        form.Next(row.Gross.Dollars, "");
        form.Next(row.TaxRate, "0.0000");
        form.Next(row.Tax.Dollars, "");
        form.Next(row.Net.Dollars, "");
        form.Next(row.VoucherNumber);
        form.Next(row.ApproverId, "D");
        form.Next(row.ApproverName);
        form.Next(row.ReleaserId, "D");
        form.Next(row.ReleaserName);
        form.Next(row.RoundId, "D");
        form.Next(row.PreviousHash);

        // A first payment is written as it always was; whatever else there is to say follows.
        if (row.Issue == 1 && row.ReversalOf is null && row.Reason is null)
        {
            return;
        }

        form.Next(row.Issue, "");
        if (row.ReversalOf is { } taken)
        {
            form.Next(taken, "");
        }
        else
        {
            form.Next("");
        }

        form.Next(row.Reason ?? "");
    }

    private ref struct Form(Span<byte> buffer)
    {
        private const byte UnitSeparator = 0x1F;
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

        public void Add<T>(T value, string format)
            where T : IUtf8SpanFormattable
        {
            if (!value.TryFormat(_buffer[_length..], out var written, format, CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException("The canonical form of a ledger row is longer than its buffer.");
            }

            _length += written;
        }

        public void Next<T>(T value, string format)
            where T : IUtf8SpanFormattable
        {
            _buffer[_length++] = UnitSeparator;
            Add(value, format);
        }

        public void Next(string text)
        {
            _buffer[_length++] = UnitSeparator;
            _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
        }
    }
}
