using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class ContactpersoonMapping : IEntityTypeConfiguration<ContactpersoonRow>
{
    public void Configure(EntityTypeBuilder<ContactpersoonRow> builder)
    {
        builder.ToTable("contactpersoon", "outbox");
        builder.HasKey(c => new { c.Gemeentecode, c.ContactpersoonId }).HasName("pk_contactpersoon");
        builder.Property(c => c.Gemeentecode).HasMaxLength(4);
        builder.Property(c => c.Partner).HasMaxLength(64);
        builder.HasIndex(c => new { c.Gemeentecode, c.Partner, c.Kenmerk }).IsUnique().HasDatabaseName("ux_contactpersoon_kenmerk");
        builder.HasIndex(c => new { c.Gemeentecode, c.Partner, c.Nummer }).IsUnique().HasDatabaseName("ux_contactpersoon_nummer");
        builder.HasIndex(c => new { c.Gemeentecode, c.MeldingId }).HasDatabaseName("ix_contactpersoon_melding");
    }
}
