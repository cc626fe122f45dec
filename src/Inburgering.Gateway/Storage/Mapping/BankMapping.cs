using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class BankberichtMapping : IEntityTypeConfiguration<BankberichtRow>
{
    public void Configure(EntityTypeBuilder<BankberichtRow> builder)
    {
        builder.ToTable("bankbericht", BetaalMapping.Schema);
        builder.HasKey(b => new { b.Gemeentecode, b.BerichtId }).HasName("pk_bankbericht");
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.Kanaal).HasMaxLength(20);
        builder.Property(b => b.Hash).HasMaxLength(64);
        builder.Property(b => b.Soort).HasMaxLength(20);
        builder.Property(b => b.Afzender).HasMaxLength(20);
        builder.Property(b => b.Kenmerk).HasMaxLength(35);
        builder.Property(b => b.Stand).HasMaxLength(12);
        builder.Property(b => b.Fouten).HasColumnType("jsonb");
        builder.HasIndex(b => new { b.Gemeentecode, b.Kanaal, b.Hash }).IsUnique().HasDatabaseName("ux_bankbericht_hash");
        builder.HasIndex(b => new { b.Gemeentecode, b.Soort, b.Afzender, b.Kenmerk }).IsUnique()
            .HasFilter("stand <> 'quarantaine' and kenmerk is not null").HasDatabaseName("ux_bankbericht_kenmerk");
        builder.HasIndex(b => new { b.Gemeentecode, b.OntvangenOp, b.BerichtId }).HasDatabaseName("ix_bankbericht_ontvangen");
    }
}

internal sealed class KanaalberichtMapping : IEntityTypeConfiguration<KanaalberichtRow>
{
    public void Configure(EntityTypeBuilder<KanaalberichtRow> builder)
    {
        builder.ToTable("kanaalbericht", BetaalMapping.Schema);
        builder.HasKey(k => new { k.Gemeentecode, k.Kanaal, k.Sleutel }).HasName("pk_kanaalbericht");
        builder.Property(k => k.Gemeentecode).HasMaxLength(4);
        builder.Property(k => k.Kanaal).HasMaxLength(20);
        builder.Property(k => k.Sleutel).HasMaxLength(400);
    }
}

internal sealed class KanaalstandMapping : IEntityTypeConfiguration<KanaalstandRow>
{
    public void Configure(EntityTypeBuilder<KanaalstandRow> builder)
    {
        builder.ToTable("kanaalstand", BetaalMapping.Schema);
        builder.HasKey(k => k.Gemeentecode).HasName("pk_kanaalstand");
        builder.Property(k => k.Gemeentecode).HasMaxLength(4);
    }
}

internal sealed class AfschriftstandMapping : IEntityTypeConfiguration<AfschriftstandRow>
{
    public void Configure(EntityTypeBuilder<AfschriftstandRow> builder)
    {
        builder.ToTable("afschriftstand", BetaalMapping.Schema);
        builder.HasKey(a => new { a.Gemeentecode, a.Rekening }).HasName("pk_afschriftstand");
        builder.Property(a => a.Gemeentecode).HasMaxLength(4);
        builder.Property(a => a.Rekening).HasMaxLength(34);
        builder.Property(a => a.Afschrift).HasMaxLength(35);
    }
}

internal sealed class BoekingMapping : IEntityTypeConfiguration<BoekingRow>
{
    public void Configure(EntityTypeBuilder<BoekingRow> builder)
    {
        builder.ToTable("boeking", BetaalMapping.Schema);
        builder.HasKey(b => new { b.Gemeentecode, b.Rekening, b.Afschrift, b.Pagina, b.Post, b.Detail }).HasName("pk_boeking");
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.Rekening).HasMaxLength(34);
        builder.Property(b => b.Afschrift).HasMaxLength(35);
        builder.Property(b => b.Post).HasMaxLength(60);
        builder.Property(b => b.Soort).HasMaxLength(12);
        builder.HasIndex(b => new { b.Gemeentecode, b.OpdrachtId }).HasDatabaseName("ix_boeking_opdracht");
        builder.HasIndex(b => new { b.Gemeentecode, b.DossierId }).HasDatabaseName("ix_boeking_dossier");
        builder.HasIndex(b => new { b.Gemeentecode, b.BatchId }).HasDatabaseName("ix_boeking_batch");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(b => new { b.Gemeentecode, b.DossierId }).HasConstraintName("fk_boeking_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BanksignaalMapping : IEntityTypeConfiguration<BanksignaalRow>
{
    public void Configure(EntityTypeBuilder<BanksignaalRow> builder)
    {
        builder.ToTable("banksignaal", BetaalMapping.Schema);
        builder.HasKey(s => new { s.Gemeentecode, s.Nummer }).HasName("pk_banksignaal");
        builder.Property(s => s.Gemeentecode).HasMaxLength(4);
        builder.Property(s => s.Nummer).UseIdentityAlwaysColumn();
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Ernst).HasMaxLength(10);
        builder.Property(s => s.Post).HasMaxLength(160);
        builder.Property(s => s.Reden).HasMaxLength(30);
        builder.HasIndex(s => new { s.Gemeentecode, s.BerichtId }).HasDatabaseName("ix_banksignaal_bericht");
        builder.HasIndex(s => new { s.Gemeentecode, s.DossierId }).HasDatabaseName("ix_banksignaal_dossier");
        builder.HasIndex(s => new { s.Gemeentecode, s.Nummer }).HasFilter("afgehandeld_op is null").HasDatabaseName("ix_banksignaal_open");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(s => new { s.Gemeentecode, s.DossierId }).HasConstraintName("fk_banksignaal_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BetaalstopMapping : IEntityTypeConfiguration<BetaalstopRow>
{
    public void Configure(EntityTypeBuilder<BetaalstopRow> builder)
    {
        builder.ToTable("betaalstop", BetaalMapping.Schema);
        builder.HasKey(s => new { s.Gemeentecode, s.Nummer }).HasName("pk_betaalstop");
        builder.Property(s => s.Gemeentecode).HasMaxLength(4);
        builder.Property(s => s.Nummer).UseIdentityAlwaysColumn();
        builder.Property(s => s.Profiel).HasMaxLength(20);
        builder.HasIndex(s => new { s.Gemeentecode, s.Profiel }).IsUnique().HasFilter("opgeheven_op is null and profiel is not null").HasDatabaseName("ux_betaalstop_profiel");
        builder.HasIndex(s => new { s.Gemeentecode, s.DossierId }).IsUnique().HasFilter("opgeheven_op is null and dossier_id is not null").HasDatabaseName("ux_betaalstop_dossier");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(s => new { s.Gemeentecode, s.DossierId }).HasConstraintName("fk_betaalstop_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}
