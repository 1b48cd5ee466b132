using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AigoPortal.Data;
using AigoPortal.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;

namespace AigoPortal.Web.Documents;

/// <summary>A page of open data.</summary>
public sealed record OpenProblemsPage(int Page, int PageSize, int Total, string? Next, string Licence, IReadOnlyList<OpenProblem> Items);

/// <summary>The public problems for everybody's own use: CSV, JSON and a description that programs read.</summary>
public static class OpenData
{
    public const string Licence = "https://data.gov.tw/license";

    private const string Document = "openapi";
    private const int UsualSize = 100;
    private const int LargestSize = 500;

    // Chinese stays readable; the file is no HTML.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static void AddOpenData(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("open-data/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "AIGO open data",
                    Version = "1",
                    Description = "Listed and closed problems of the AIGO programme, as their public pages show them.",
                    License = new OpenApiLicense { Name = "Open Government Data License, version 1.0", Url = new Uri(Licence) },
                };
                return Task.CompletedTask;
            });
        });
    }

    public static void MapOpenData(this WebApplication app)
    {
        var cached = new OutputCacheAttribute { PolicyName = PublicCache.Policy };
        app.MapGet("/open-data/problems.json", JsonAsync).AllowAnonymous().WithMetadata(cached)
            .WithName("problems").WithSummary("A page of problems, the newest first.")
            .WithDescription("page counts from 1; pageSize is at most 500, usually 100; next is the address of the next page, absent on the last.")
            .Produces<OpenProblemsPage>();
        app.MapGet("/open-data/problems.csv", CsvAsync).AllowAnonymous().WithMetadata(cached)
            .WithName("problemsAsCsv").WithSummary("All problems as CSV, UTF-8 with a byte order mark, columns named as the JSON's fields.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        app.MapOpenApi("/open-data/{documentName}.json").AllowAnonymous().WithMetadata(cached);
    }

    private static async Task<IResult> JsonAsync(HttpContext context, PortalDbContext db, CancellationToken cancel, int? page = null, int? pageSize = null)
    {
        var size = Math.Clamp(pageSize ?? UsualSize, 1, LargestSize);
        var number = Math.Clamp(page ?? 1, 1, int.MaxValue / LargestSize);
        var total = await OpenProblems.Of(db).CountAsync(cancel);
        var items = await OpenProblems.Of(db).Skip((number - 1) * size).Take(size).ToListAsync(cancel);
        var next = number * (long)size < total ? PortalAddress.Of(context, $"/open-data/problems.json?page={number + 1}&pageSize={size}") : null;
        return Results.Json(new OpenProblemsPage(number, size, total, next, Licence, items), Readable);
    }

    private static async Task CsvAsync(HttpContext context, PortalDbContext db, CancellationToken cancel)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=aigo-problems.csv";
        await OpenProblemsCsv.WriteAsync(OpenProblems.Of(db).AsAsyncEnumerable(), context.Response.Body, cancel);
    }
}
