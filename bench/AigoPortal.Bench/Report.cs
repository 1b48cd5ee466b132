using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AigoPortal.Bench;

/// <summary>One measurement; what does not apply is left out.</summary>
internal sealed record Measured(
    string Name,
    [property: JsonPropertyName("median_ms")] double? MedianMs = null,
    [property: JsonPropertyName("p99_ms")] double? P99Ms = null,
    [property: JsonPropertyName("per_second")] double? PerSecond = null,
    [property: JsonPropertyName("peak_mb")] double? PeakMb = null,
    [property: JsonPropertyName("bytes")] long? Bytes = null);

/// <summary>Prints a table, or a JSON object a line.</summary>
internal sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly List<Measured> _all = [];

    public void Add(Measured measured)
    {
        _all.Add(measured);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(measured, Lines));
        }
    }

    public void Finish()
    {
        if (json)
        {
            return;
        }

        Console.WriteLine($"{"name",-20} {"median ms",10} {"p99 ms",10} {"per second",12} {"peak MB",9} {"bytes",12}");
        foreach (var one in _all)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Name,-20} {one.MedianMs,10:0.00} {one.P99Ms,10:0.00} {one.PerSecond,12:0} {one.PeakMb,9:0} {one.Bytes,12}"));
        }
    }
}
