using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class OpschortingMapping : IEntityTypeConfiguration<OpschortingRow>
{
    public void Configure(EntityTypeBuilder<OpschortingRow> builder)
    {
        builder.ToTable("opschorting", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.OpschortingId }).HasName("pk_opschorting");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.Property(r => r.Partner).HasMaxLength(64);
        builder.Property(r => r.HervatDoor).HasMaxLength(64);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId, r.Partner }).IsUnique().HasFilter("tot is null").HasDatabaseName("ux_opschorting_loopt");
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_opschorting_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_opschorting_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StilstandMapping : IEntityTypeConfiguration<StilstandRow>
{
    public void Configure(EntityTypeBuilder<StilstandRow> builder)
    {
        builder.ToTable("stilstand", "outbox");
        builder.HasKey(r => new { r.Gemeentecode, r.StilstandId }).HasName("pk_stilstand");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.Property(r => r.Partner).HasMaxLength(64);
        builder.Property(r => r.Oorzaak).HasDefaultValue(Stilstandoorzaak.HerkentOnsNiet);
        builder.HasIndex(r => new { r.Gemeentecode, r.Partner }).IsUnique().HasFilter("tot is null").HasDatabaseName("ux_stilstand_loopt");
    }
}

internal sealed class VerbindingstandMapping : IEntityTypeConfiguration<VerbindingstandRow>
{
    public void Configure(EntityTypeBuilder<VerbindingstandRow> builder)
    {
        builder.ToTable("verbindingstand", "inbox");
        builder.HasKey(r => new { r.Knoop, r.Partner }).HasName("pk_verbindingstand");
        builder.Property(r => r.Knoop).HasMaxLength(128);
        builder.Property(r => r.Partner).HasMaxLength(64);
    }
}
