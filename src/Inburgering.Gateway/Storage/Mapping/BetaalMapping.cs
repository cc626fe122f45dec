using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class BetaalopdrachtMapping : IEntityTypeConfiguration<BetaalopdrachtRow>
{
    public void Configure(EntityTypeBuilder<BetaalopdrachtRow> builder)
    {
        builder.ToTable("betaalopdracht", BetaalMapping.Schema);
        builder.HasKey(o => new { o.Gemeentecode, o.OpdrachtId }).HasName("pk_betaalopdracht");
        builder.Property(o => o.Gemeentecode).HasMaxLength(4);
        builder.Property(o => o.Soort).HasMaxLength(4);
        builder.Property(o => o.Kenmerk).HasMaxLength(35);
        builder.Property(o => o.Stand).HasMaxLength(20);
        builder.HasIndex(o => new { o.Gemeentecode, o.Verplichting, o.Poging }).IsUnique().HasDatabaseName("ux_betaalopdracht_verplichting");
        builder.HasIndex(o => new { o.Gemeentecode, o.Kenmerk }).IsUnique().HasDatabaseName("ux_betaalopdracht_kenmerk");
        builder.HasIndex(o => new { o.Gemeentecode, o.DossierId, o.Maand }).HasDatabaseName("ix_betaalopdracht_dossier");
        builder.HasIndex(o => new { o.Gemeentecode, o.Stand, o.Uitvoeringsdatum }).HasDatabaseName("ix_betaalopdracht_stand");
        builder.HasIndex(o => new { o.Gemeentecode, o.Vorige }).IsUnique().HasFilter("vorige is not null and stand <> 'geannuleerd'").HasDatabaseName("ux_betaalopdracht_vorige");
        builder.HasIndex(o => new { o.Gemeentecode, o.BatchId }).HasDatabaseName("ix_betaalopdracht_batch");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(o => new { o.Gemeentecode, o.DossierId })
            .HasConstraintName("fk_betaalopdracht_dossier").OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BetaalbatchRow>().WithMany().HasForeignKey(o => new { o.Gemeentecode, o.BatchId })
            .HasConstraintName("fk_betaalopdracht_batch").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BetaalsleutelMapping : IEntityTypeConfiguration<BetaalsleutelRow>
{
    public void Configure(EntityTypeBuilder<BetaalsleutelRow> builder)
    {
        builder.ToTable("betaalsleutel", BetaalMapping.Schema);
        builder.HasKey(s => new { s.Gemeentecode, s.DossierId }).HasName("pk_betaalsleutel");
        builder.Property(s => s.Gemeentecode).HasMaxLength(4);
        builder.Property(s => s.Sleutel).HasMaxLength(6);
        builder.HasIndex(s => new { s.Gemeentecode, s.Sleutel }).IsUnique().HasDatabaseName("ux_betaalsleutel_sleutel");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(s => new { s.Gemeentecode, s.DossierId })
            .HasConstraintName("fk_betaalsleutel_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RekeningcontroleMapping : IEntityTypeConfiguration<RekeningcontroleRow>
{
    public void Configure(EntityTypeBuilder<RekeningcontroleRow> builder)
    {
        builder.ToTable("rekeningcontrole", BetaalMapping.Schema);
        builder.HasKey(r => new { r.Gemeentecode, r.RekeningHash }).HasName("pk_rekeningcontrole");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.Property(r => r.Wijze).HasMaxLength(20);
        builder.Property(r => r.Uitkomst).HasMaxLength(20);
        builder.Property(r => r.GeblokkeerdOm).HasMaxLength(4);
    }
}

internal sealed class BetaalbatchMapping : IEntityTypeConfiguration<BetaalbatchRow>
{
    public void Configure(EntityTypeBuilder<BetaalbatchRow> builder)
    {
        builder.ToTable("betaalbatch", BetaalMapping.Schema);
        builder.HasKey(b => new { b.Gemeentecode, b.BatchId }).HasName("pk_betaalbatch");
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.Stand).HasMaxLength(20);
        builder.Property(b => b.BerichtId).HasMaxLength(35);
        builder.Property(b => b.Profiel).HasMaxLength(20);
        builder.Property(b => b.Rekening).HasMaxLength(34);
        builder.Property(b => b.Hash).HasMaxLength(64);
        builder.HasIndex(b => new { b.Gemeentecode, b.BerichtId }).IsUnique().HasDatabaseName("ux_betaalbatch_bericht");
        builder.HasIndex(b => new { b.Gemeentecode, b.GemaaktOp, b.BatchId }).HasDatabaseName("ix_betaalbatch_gemaakt");
    }
}

internal sealed class BetaalgebeurtenisMapping : IEntityTypeConfiguration<BetaalgebeurtenisRow>
{
    public void Configure(EntityTypeBuilder<BetaalgebeurtenisRow> builder)
    {
        builder.ToTable("betaalgebeurtenis", BetaalMapping.Schema);
        builder.HasKey(g => new { g.Gemeentecode, g.Nummer }).HasName("pk_betaalgebeurtenis");
        builder.Property(g => g.Gemeentecode).HasMaxLength(4);
        builder.Property(g => g.Nummer).UseIdentityAlwaysColumn();
        builder.Property(g => g.Gebeurtenis).HasMaxLength(30);
        builder.Property(g => g.Stand).HasMaxLength(20);
        builder.Property(g => g.Reden).HasMaxLength(40);
        builder.HasIndex(g => new { g.Gemeentecode, g.OpdrachtId }).HasDatabaseName("ix_betaalgebeurtenis_opdracht");
        builder.HasIndex(g => new { g.Gemeentecode, g.BatchId }).HasDatabaseName("ix_betaalgebeurtenis_batch");
        builder.HasIndex(g => new { g.Gemeentecode, g.DossierId }).HasDatabaseName("ix_betaalgebeurtenis_dossier");
    }
}

internal static class BetaalMapping
{
    public const string Schema = "betalen";
}
