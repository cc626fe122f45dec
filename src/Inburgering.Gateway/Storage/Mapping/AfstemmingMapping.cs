using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class AfstemmingMapping : IEntityTypeConfiguration<AfstemmingRow>
{
    public void Configure(EntityTypeBuilder<AfstemmingRow> builder)
    {
        builder.ToTable("afstemming", "inbox");
        builder.HasKey(a => new { a.Gemeentecode, a.AfstemmingId }).HasName("pk_afstemming");
        builder.Property(a => a.Gemeentecode).HasMaxLength(4);
        builder.Property(a => a.Partner).HasMaxLength(64);
        builder.Property(a => a.Aanleiding).HasMaxLength(64);
        builder.Property(a => a.TraceId).HasMaxLength(32);
        builder.Property(a => a.Reden).HasMaxLength(64);
        builder.Property(a => a.Status).HasConversion<short>();
        builder.HasIndex(a => new { a.Gemeentecode, a.Inhaal }).IsUnique().HasFilter("status = 0").HasDatabaseName("ux_afstemming_loopt");
        builder.HasIndex(a => new { a.Gemeentecode, a.Partner, a.Nacht }).IsUnique().HasFilter("nacht is not null").HasDatabaseName("ux_afstemming_nacht");
        builder.HasIndex(a => new { a.Gemeentecode, a.BegonnenOp, a.AfstemmingId }).HasDatabaseName("ix_afstemming_begonnen");
    }
}

internal sealed class AfstempersoonMapping : IEntityTypeConfiguration<AfstempersoonRow>
{
    public void Configure(EntityTypeBuilder<AfstempersoonRow> builder)
    {
        builder.ToTable("afstempersoon", "inbox");
        builder.HasKey(p => new { p.Gemeentecode, p.AfstempersoonId }).HasName("pk_afstempersoon");
        builder.Property(p => p.Gemeentecode).HasMaxLength(4);
        builder.Property(p => p.Reden).HasMaxLength(64);
        builder.Property(p => p.Uitkomst).HasConversion<short?>();
        builder.HasIndex(p => new { p.Gemeentecode, p.AfstemmingId, p.DossierId }).IsUnique().HasDatabaseName("ux_afstempersoon_dossier");
        builder.HasIndex(p => new { p.Gemeentecode, p.DossierId }).HasDatabaseName("ix_afstempersoon_dossier");
        builder.HasIndex(p => new { p.Gemeentecode, p.AfstemmingId, p.Pogingen, p.DossierId }).HasFilter("uitkomst is null").HasDatabaseName("ix_afstempersoon_wacht");
    }
}

internal sealed class BelbudgetMapping : IEntityTypeConfiguration<BelbudgetRow>
{
    public void Configure(EntityTypeBuilder<BelbudgetRow> builder)
    {
        builder.ToTable("belbudget", "inbox");
        builder.HasKey(b => new { b.Partner, b.Deel }).HasName("pk_belbudget");
        builder.Property(b => b.Partner).HasMaxLength(64);
        builder.Property(b => b.Deel).HasMaxLength(64);
    }
}
