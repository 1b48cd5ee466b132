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
        builder.ToTable("Teams");
        builder.IsAggregate();
        builder.Property(team => team.Name).HasMaxLength(100);
        builder.Property(team => team.NormalizedName).HasMaxLength(100);
        builder.Property(team => team.Introduction).HasMaxLength(2000);
        builder.HasIndex(team => new { team.RoundId, team.NormalizedName }).IsUnique().HasDatabaseName("UX_Teams_Name");
        builder.HasOne<Round>().WithMany().HasForeignKey(team => team.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(team => team.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.TeamId);
        builder.HasMany(team => team.Invitations).WithOne().HasForeignKey(invitation => invitation.TeamId);
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers");

        // AIGO briefing: 限制參賽者只能加入 1 個解題團隊. The key itself holds it.
        builder.HasKey(member => new { member.RoundId, member.PersonId }).HasName("PK_TeamMembers_OneTeamPerPerson");
        builder.Property(member => member.ExceptionReason).HasMaxLength(1000);
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
    }
}
