using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class BeperkingMapping : IEntityTypeConfiguration<BeperkingRow>
{
    public void Configure(EntityTypeBuilder<BeperkingRow> builder)
    {
        builder.ToTable("beperking", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.BeperkingId }).HasName("pk_beperking");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_beperking_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_beperking_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BezwaarMapping : IEntityTypeConfiguration<BezwaarRow>
{
    public void Configure(EntityTypeBuilder<BezwaarRow> builder)
    {
        builder.ToTable("bezwaar", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.BezwaarId }).HasName("pk_bezwaar");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_bezwaar_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_bezwaar_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RectificatieMapping : IEntityTypeConfiguration<RectificatieRow>
{
    public void Configure(EntityTypeBuilder<RectificatieRow> builder)
    {
        builder.ToTable("rectificatie", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.RectificatieId }).HasName("pk_rectificatie");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_rectificatie_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_rectificatie_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectietaakMapping : IEntityTypeConfiguration<CorrectietaakRow>
{
    public void Configure(EntityTypeBuilder<CorrectietaakRow> builder)
    {
        builder.ToTable("correctietaak", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.CorrectietaakId }).HasName("pk_correctietaak");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_correctietaak_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_correctietaak_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoodtoegangMapping : IEntityTypeConfiguration<NoodtoegangRow>
{
    public void Configure(EntityTypeBuilder<NoodtoegangRow> builder)
    {
        builder.ToTable("noodtoegang", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.NoodtoegangId }).HasName("pk_noodtoegang");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_noodtoegang_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_noodtoegang_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BewaarplichtMapping : IEntityTypeConfiguration<BewaarplichtRow>
{
    public void Configure(EntityTypeBuilder<BewaarplichtRow> builder)
    {
        builder.ToTable("bewaarplicht", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.BewaarplichtId }).HasName("pk_bewaarplicht");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_bewaarplicht_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(r => new { r.Gemeentecode, r.DossierId })
            .HasConstraintName("fk_bewaarplicht_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VerwijderingMapping : IEntityTypeConfiguration<VerwijderingRow>
{
    public void Configure(EntityTypeBuilder<VerwijderingRow> builder)
    {
        builder.ToTable("verwijdering", "dossiers");
        builder.HasKey(r => new { r.Gemeentecode, r.VerwijderingId }).HasName("pk_verwijdering");
        builder.Property(r => r.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(r => new { r.Gemeentecode, r.DossierId }).HasDatabaseName("ix_verwijdering_dossier");
    }
}
