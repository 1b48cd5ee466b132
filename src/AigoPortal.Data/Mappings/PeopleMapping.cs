using AigoPortal.Data.Identity;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.IsAggregate();
        builder.HasOne<Account>().WithOne().HasForeignKey<Person>(person => person.Id).OnDelete(DeleteBehavior.Restrict);
        builder.Property(person => person.Name).HasMaxLength(100);
        builder.Property(person => person.Email).HasMaxLength(256);
        builder.Property(person => person.Affiliation).HasMaxLength(200);
        builder.Property(person => person.Nationality).HasMaxLength(2);
        builder.Property(person => person.Language).HasMaxLength(10);
        builder.Property(person => person.Brings).HasMaxLength(500);
        builder.Property(person => person.LooksFor).HasMaxLength(500);
        builder.HasIndex(person => person.SearchRoundId);
        builder.HasMany(person => person.Skills).WithOne().HasForeignKey("PersonId");
        builder.HasMany(person => person.Consents).WithOne().HasForeignKey("PersonId");

        // Shown together and never searched.
        builder.OwnsMany(person => person.Works, works => works.ToJson());
        builder.OwnsMany(person => person.Links, links => links.ToJson());
    }
}

internal sealed class PersonSkillMapping : IEntityTypeConfiguration<PersonSkill>
{
    public void Configure(EntityTypeBuilder<PersonSkill> builder)
    {
        builder.ToTable("PersonSkills");
        builder.Property<Guid>("PersonId");
        builder.HasKey("PersonId", nameof(PersonSkill.Kind), nameof(PersonSkill.Name)).HasName("PK_PersonSkills");
        builder.Property(skill => skill.Name).HasMaxLength(100);
    }
}

internal sealed class PrivacyConsentMapping : IEntityTypeConfiguration<PrivacyConsent>
{
    public void Configure(EntityTypeBuilder<PrivacyConsent> builder)
    {
        builder.ToTable("PrivacyConsents");
        builder.Property<Guid>("PersonId");
        builder.Property(consent => consent.Version).ValueGeneratedNever();
        builder.HasKey("PersonId", nameof(PrivacyConsent.Version)).HasName("PK_PrivacyConsents");
    }
}

internal sealed class PayeeProfileMapping : IEntityTypeConfiguration<PayeeProfile>
{
    public void Configure(EntityTypeBuilder<PayeeProfile> builder)
    {
        builder.ToTable("PayeeProfiles");
        builder.IsAggregate();
        builder.HasOne<Person>().WithOne().HasForeignKey<PayeeProfile>(payee => payee.Id).OnDelete(DeleteBehavior.Restrict);
        builder.Property(payee => payee.SealedIdNumber).HasMaxLength(1000);
        builder.Property(payee => payee.SealedAccount).HasMaxLength(1000);
        builder.Property(payee => payee.IdNumberHint).HasMaxLength(20);
        builder.Property(payee => payee.AccountHint).HasMaxLength(30);
        builder.Property(payee => payee.BankCode).HasMaxLength(10);
    }
}
