using AigoPortal.Domain.Files;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("Teams", table => table.HoldsTransitions<TeamStatus, TeamAction>(TeamStatuses.Following, TeamStatus.Active));
        builder.IsAggregate();
        builder.Property(team => team.Status).HasDefaultValue(TeamStatus.Active);
        builder.Property(team => team.PreviousStatus).HasDefaultValue(TeamStatus.Active);
        builder.Property(team => team.Name).HasMaxLength(100);
        builder.Property(team => team.NormalizedName).HasMaxLength(140);
        builder.Property(team => team.Introduction).HasMaxLength(2000);
        builder.Property(team => team.Recruiting).HasMaxLength(500);
        builder.HasIndex(team => new { team.RoundId, team.NormalizedName }).IsUnique().HasDatabaseName("UX_Teams_Name");
        builder.HasOne<Round>().WithMany().HasForeignKey(team => team.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(team => team.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.TeamId);
        builder.HasMany(team => team.Invitations).WithOne().HasForeignKey(invitation => invitation.TeamId);
        builder.HasMany(team => team.Requests).WithOne().HasForeignKey(request => request.TeamId);
        builder.HasMany(team => team.Exceptions).WithOne().HasForeignKey(waiver => waiver.TeamId);
        builder.HasMany(team => team.Wants).WithOne().HasForeignKey("TeamId");
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers");

        // AIGO briefing: 限制參賽者只能加入 1 個解題團隊. The key itself holds it.
        builder.HasKey(member => new { member.RoundId, member.PersonId }).HasName("PK_TeamMembers_OneTeamPerPerson");
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamInvitationMapping : IEntityTypeConfiguration<TeamInvitation>
{
    public void Configure(EntityTypeBuilder<TeamInvitation> builder)
    {
        builder.ToTable("TeamInvitations");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(256);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique().HasDatabaseName("UX_TeamInvitations_Token");
        builder.HasIndex(invitation => invitation.Email);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.ToTable("JoinRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Word).HasMaxLength(JoinRequest.LongestWord);
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamWantMapping : IEntityTypeConfiguration<TeamWant>
{
    public void Configure(EntityTypeBuilder<TeamWant> builder)
    {
        builder.ToTable("TeamWants");
        builder.Property<Guid>("TeamId");
        builder.HasKey("TeamId", nameof(TeamWant.Kind), nameof(TeamWant.Name)).HasName("PK_TeamWants");
        builder.Property(want => want.Name).HasMaxLength(100);
    }
}

internal sealed class EligibilityWaiverMapping : IEntityTypeConfiguration<EligibilityWaiver>
{
    public void Configure(EntityTypeBuilder<EligibilityWaiver> builder)
    {
        builder.ToTable("EligibilityWaivers");
        builder.Property(waiver => waiver.Id).ValueGeneratedNever();
        builder.Property(waiver => waiver.Reason).HasMaxLength(1000);
        builder.Property(waiver => waiver.RevokeReason).HasMaxLength(1000);
        builder.HasOne<Person>().WithMany().HasForeignKey(waiver => waiver.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(waiver => waiver.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
