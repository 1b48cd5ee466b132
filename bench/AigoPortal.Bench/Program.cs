using AigoPortal.Bench;

// dotnet run -c Release --project bench/AigoPortal.Bench -- [--only NAME] [--json] [--seed small|large]
var arguments = Arguments.Read(args);
if (arguments is null)
{
    return 2;
}

await using var portal = await BenchPortal.StartAsync(arguments.Large);
var report = new Report(arguments.Json);
foreach (var bench in Benches.All.Where(bench => arguments.Only is null || bench.Name == arguments.Only))
{
    report.Add(await bench.Run(portal));
}

report.Finish();
return 0;
