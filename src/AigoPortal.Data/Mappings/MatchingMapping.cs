using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class TeamCallMapping : IEntityTypeConfiguration<TeamCall>
{
    public void Configure(EntityTypeBuilder<TeamCall> builder)
    {
        builder.ToTable("TeamCalls");
        builder.IsAggregate();
        builder.HasIndex(call => new { call.ProblemId, call.TeamId }).IsUnique().HasDatabaseName("UX_TeamCalls_ProblemTeam");
        builder.HasIndex(call => call.TeamId);
        builder.HasOne<Problem>().WithMany().HasForeignKey(call => call.ProblemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(call => call.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}
