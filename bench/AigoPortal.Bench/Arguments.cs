namespace AigoPortal.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(string? Only, bool Json, bool Large)
{
    public static Arguments? Read(string[] args)
    {
        string? only = null;
        var json = false;
        var large = true;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--only" when index + 1 < args.Length: only = args[++index]; break;
                case "--json": json = true; break;
                case "--seed" when index + 1 < args.Length: large = args[++index] == "large"; break;
                default:
                    Console.Error.WriteLine($"Unknown argument {args[index]}. Use --only NAME, --json, --seed small|large.");
                    return null;
            }
        }

        if (only is not null && Benches.All.All(bench => bench.Name != only))
        {
            Console.Error.WriteLine($"No bench is named {only}. There are: {string.Join(", ", Benches.All.Select(bench => bench.Name))}.");
            return null;
        }

        return new Arguments(only, json, large);
    }
}
