using System.Text.Json;
using System.Text.Json.Serialization;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AigoPortal.Data.Mappings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings", table => table.HoldsTransitions<MeetingStatus, MeetingAction>(MeetingStatuses.Following, MeetingStatus.Planned));
        builder.IsAggregate();
        builder.Ignore(meeting => meeting.Current);
        builder.Ignore(meeting => meeting.PlannedEnd);
        builder.ComplexProperty(meeting => meeting.Plan, plan =>
        {
            plan.Property(part => part.Place).HasMaxLength(300);
            plan.Property(part => part.Link).HasMaxLength(500);
        });
        builder.Property(meeting => meeting.Items).HasConversion(new AsJson<MeetingItem>(), new SameJson<MeetingItem>()).HasMaxLength(1_000_000);
        builder.HasIndex(meeting => meeting.PanelId).IsUnique().HasDatabaseName("UX_Meetings_Panel");
        builder.HasOne<Panel>().WithOne().HasForeignKey<Meeting>(meeting => meeting.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(meeting => meeting.Minutes, minutes =>
        {
            minutes.ToTable("Minutes");
            minutes.WithOwner().HasForeignKey("MeetingId");
            minutes.HasKey("MeetingId", nameof(MinutesVersion.Number)).HasName("PK_Minutes");
            minutes.Property(version => version.Number).ValueGeneratedNever();
            minutes.Property(version => version.Sha256).HasMaxLength(64);
            minutes.Property(version => version.MadeBy).HasMaxLength(100);
            minutes.HasIndex(version => version.FileId);
            minutes.HasOne<StoredFile>().WithMany().HasForeignKey(version => version.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendances");
        builder.IsAggregate();
        builder.Ignore(attendance => attendance.IsInTheRoom);
        builder.HasIndex(attendance => new { attendance.MeetingId, attendance.PersonId }).IsUnique().HasDatabaseName("UX_Attendances_Once");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(attendance => attendance.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(attendance => attendance.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("Ballots");
        builder.IsAggregate();
        builder.HasIndex(ballot => new { ballot.MeetingId, ballot.EntryId, ballot.PersonId }).IsUnique().HasDatabaseName("UX_Ballots_Once");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(ballot => ballot.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Entry>().WithMany().HasForeignKey(ballot => ballot.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(ballot => ballot.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionMapping : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> builder)
    {
        builder.ToTable("Discussions", table => table.HoldsTransitions<DiscussionStatus, DiscussionAction>(DiscussionStatuses.Following, DiscussionStatus.Open));
        builder.IsAggregate();
        builder.HasIndex(discussion => new { discussion.PanelId, discussion.EntryId }).IsUnique().HasDatabaseName("UX_Discussions_Once");
        builder.HasOne<Panel>().WithMany().HasForeignKey(discussion => discussion.PanelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Entry>().WithMany().HasForeignKey(discussion => discussion.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(discussion => discussion.Posts).WithOne().HasForeignKey(post => post.DiscussionId);
    }
}

internal sealed class DiscussionPostMapping : IEntityTypeConfiguration<DiscussionPost>
{
    public void Configure(EntityTypeBuilder<DiscussionPost> builder)
    {
        builder.ToTable("DiscussionPosts", table => table.Holds("Retracted", "\"RetractedAt\" IS NULL OR \"Text\" = ''"));
        builder.HasKey(post => new { post.DiscussionId, post.Number }).HasName("PK_DiscussionPosts");
        builder.Property(post => post.Number).ValueGeneratedNever();
        builder.Property(post => post.AuthorName).HasMaxLength(100);
        builder.Property(post => post.Text).HasMaxLength(DiscussionRules.LongestText);
        builder.Property(post => post.Mentions).HasConversion(new AsJson<Guid>(), new SameJson<Guid>()).HasMaxLength(4000);
        builder.HasOne<Person>().WithMany().HasForeignKey(post => post.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionMarkMapping : IEntityTypeConfiguration<DiscussionMark>
{
    public void Configure(EntityTypeBuilder<DiscussionMark> builder)
    {
        builder.ToTable("DiscussionMarks");
        builder.HasKey(mark => new { mark.DiscussionId, mark.PersonId }).HasName("PK_DiscussionMarks");
        builder.HasOne<Discussion>().WithMany().HasForeignKey(mark => mark.DiscussionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(mark => mark.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A list of values that is read and written as one, kept as JSON text.</summary>
internal sealed class AsJson<T>() : ValueConverter<IReadOnlyList<T>, string>(list => Json.Write(list), text => Json.Read<T>(text));

/// <summary>Two lists are the same when their JSON is.</summary>
internal sealed class SameJson<T>() : ValueComparer<IReadOnlyList<T>>(
    (one, other) => Json.Write(one!) == Json.Write(other!), list => Json.Write(list).GetHashCode(StringComparison.Ordinal), list => list);

internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, Options);

    public static IReadOnlyList<T> Read<T>(string text) => JsonSerializer.Deserialize<List<T>>(text, Options) ?? [];
}
