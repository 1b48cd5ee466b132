using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AigoPortal.Data.Mappings;

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.IsAggregate();
        builder.HasOne<Entry>().WithOne().HasForeignKey<Conversation>(conversation => conversation.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(conversation => conversation.Messages).WithOne().HasForeignKey(message => message.EntryId);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages", table => table.Holds("Retracted", "\"RetractedAt\" IS NULL OR \"Text\" = ''"));
        builder.HasKey(message => new { message.EntryId, message.Number }).HasName("PK_Messages");
        builder.Property(message => message.Number).ValueGeneratedNever();
        builder.Property(message => message.AuthorName).HasMaxLength(100);
        builder.Property(message => message.Text).HasMaxLength(MessageRules.LongestText);
        builder.HasIndex(message => message.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(message => message.Attachments, attachments =>
        {
            attachments.ToTable("MessageAttachments");
            attachments.WithOwner().HasForeignKey("EntryId", "Number");
            attachments.HasKey("EntryId", "Number", nameof(MessageAttachment.Place));
            attachments.Property(attachment => attachment.Place).ValueGeneratedNever();
            attachments.HasIndex(attachment => attachment.FileId);
            attachments.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class ReadMarkMapping : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("ReadMarks");
        builder.HasKey(mark => new { mark.EntryId, mark.PersonId }).HasName("PK_ReadMarks");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(mark => mark.EntryId);
        builder.HasOne<Person>().WithMany().HasForeignKey(mark => mark.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessageDigestMapping : IEntityTypeConfiguration<MessageDigest>
{
    public void Configure(EntityTypeBuilder<MessageDigest> builder)
    {
        builder.ToTable("MessageDigests");
        builder.HasKey(digest => digest.PersonId).HasName("PK_MessageDigests");
        builder.Property(digest => digest.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(digest => digest.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
