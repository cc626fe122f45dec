using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class DossierMapping : IEntityTypeConfiguration<DossierRow>
{
    public void Configure(EntityTypeBuilder<DossierRow> builder)
    {
        builder.ToTable("dossier", "dossiers");
        builder.HasKey(d => new { d.Gemeentecode, d.DossierId }).HasName("pk_dossier");
        builder.Property(d => d.Gemeentecode).HasMaxLength(4);
        builder.Property(d => d.VerhuisdNaar).HasMaxLength(4);
        builder.HasIndex(d => new { d.Gemeentecode, d.BsnIndex }).IsUnique().HasDatabaseName("ux_dossier_bsn");
        builder.HasIndex(d => new { d.Gemeentecode, d.BsnIndexEven }).IsUnique().HasDatabaseName("ux_dossier_bsn_even");
        builder.HasIndex(d => new { d.Gemeentecode, d.VNummerIndex }).IsUnique().HasDatabaseName("ux_dossier_vnummer");
        builder.HasIndex(d => new { d.Gemeentecode, d.VNummerIndexEven }).IsUnique().HasDatabaseName("ux_dossier_vnummer_even");
        builder.HasOne<SleutelRow>().WithMany().HasForeignKey(d => new { d.Gemeentecode, d.SleutelId })
            .HasConstraintName("fk_dossier_sleutel").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SleutelMapping : IEntityTypeConfiguration<SleutelRow>
{
    public void Configure(EntityTypeBuilder<SleutelRow> builder)
    {
        builder.ToTable("sleutel", "sleutels");
        builder.HasKey(s => new { s.Gemeentecode, s.SleutelId }).HasName("pk_sleutel");
        builder.Property(s => s.Gemeentecode).HasMaxLength(4);
    }
}

internal sealed class FeitMapping : IEntityTypeConfiguration<FeitRow>
{
    public void Configure(EntityTypeBuilder<FeitRow> builder)
    {
        builder.ToTable("feit", "dossiers");
        builder.HasKey(f => new { f.Gemeentecode, f.FeitId }).HasName("pk_feit");
        builder.Property(f => f.Gemeentecode).HasMaxLength(4);
        builder.Property(f => f.OvergenomenVan).HasMaxLength(4);
        builder.HasIndex(f => new { f.Gemeentecode, f.DossierId, f.Categorie, f.Veldgroep, f.Bron, f.Versie }).IsUnique()
            .HasDatabaseName("ux_feit_versie");
        builder.HasIndex(f => new { f.Gemeentecode, f.DossierId, f.Categorie, f.Veldgroep, f.Bron }).IsUnique()
            .HasFilter("actueel").HasDatabaseName("ux_feit_actueel");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(f => new { f.Gemeentecode, f.DossierId })
            .HasConstraintName("fk_feit_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpdrachtMapping : IEntityTypeConfiguration<OpdrachtRow>
{
    public void Configure(EntityTypeBuilder<OpdrachtRow> builder)
    {
        builder.ToTable("opdracht", "dossiers");
        builder.HasKey(o => new { o.Gemeentecode, o.OpdrachtId }).HasName("pk_opdracht");
        builder.Property(o => o.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(o => new { o.Gemeentecode, o.DossierId, o.ClientId }).HasDatabaseName("ix_opdracht_dossier_client");
        builder.Property(o => o.Versie).HasDefaultValue(1);
        builder.Property(o => o.AvgRol).HasMaxLength(20).HasDefaultValue("verwerker");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(o => new { o.Gemeentecode, o.DossierId })
            .HasConstraintName("fk_opdracht_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ToestemmingMapping : IEntityTypeConfiguration<ToestemmingRow>
{
    public void Configure(EntityTypeBuilder<ToestemmingRow> builder)
    {
        builder.ToTable("toestemming", "dossiers");
        builder.HasKey(t => new { t.Gemeentecode, t.ToestemmingId }).HasName("pk_toestemming");
        builder.Property(t => t.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(t => new { t.Gemeentecode, t.DossierId, t.ClientId }).HasDatabaseName("ix_toestemming_dossier_client");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(t => new { t.Gemeentecode, t.DossierId })
            .HasConstraintName("fk_toestemming_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RelatieMapping : IEntityTypeConfiguration<RelatieRow>
{
    public void Configure(EntityTypeBuilder<RelatieRow> builder)
    {
        builder.ToTable("relatie", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.ExternId }).HasName("pk_relatie");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.ClientId, r.DossierId }).IsUnique().HasFilter("geldig_tot is null")
            .HasDatabaseName("ux_relatie_client_dossier");
        builder.HasIndex(r => new { r.Gemeentecode, r.ClientId, r.PartnerReferentie }).IsUnique().HasDatabaseName("ux_relatie_referentie");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_relatie_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}
