using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class LeveringsbestandMapping : IEntityTypeConfiguration<LeveringsbestandRow>
{
    public void Configure(EntityTypeBuilder<LeveringsbestandRow> builder)
    {
        builder.ToTable("leveringsbestand", "inbox");
        builder.HasKey(b => new { b.Gemeentecode, b.BestandId }).HasName("pk_leveringsbestand");
        builder.Property(b => b.Gebruiker).HasMaxLength(40);
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.TraceId).HasMaxLength(32);
        builder.Property(b => b.Status).HasConversion<short>();
        builder.HasIndex(b => new { b.Gemeentecode, b.ClientId, b.InhoudHash }).IsUnique().HasFilter("status <> 3").HasDatabaseName("ux_leveringsbestand_inhoud");
        builder.HasIndex(b => new { b.Gemeentecode, b.VolgendePoging }).HasFilter("volgende_poging is not null").HasDatabaseName("ix_leveringsbestand_wacht");
    }
}

internal sealed class BestandrijMapping : IEntityTypeConfiguration<BestandrijRow>
{
    public void Configure(EntityTypeBuilder<BestandrijRow> builder)
    {
        builder.ToTable("bestandrij", "inbox");
        builder.HasKey(r => new { r.Gemeentecode, r.BestandId, r.Rij, r.Deel }).HasName("pk_bestandrij");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.Property(r => r.Kolom).HasMaxLength(64);
        builder.Property(r => r.Fout).HasMaxLength(300);
    }
}
