using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class HerhalingMapping : IEntityTypeConfiguration<HerhalingRow>
{
    public void Configure(EntityTypeBuilder<HerhalingRow> builder)
    {
        builder.ToTable("herhaling", "inbox");
        builder.HasKey(h => new { h.Gemeentecode, h.HerhalingId }).HasName("pk_herhaling");
        builder.Property(h => h.Gemeentecode).HasMaxLength(4);
        builder.Property(h => h.Reden).HasMaxLength(500);
        builder.Property(h => h.TraceId).HasMaxLength(32);
        builder.Property(h => h.ReeksReden).HasMaxLength(64);
        builder.Property(h => h.Status).HasConversion<short>();
        builder.HasIndex(h => new { h.Gemeentecode, h.BegonnenOp, h.HerhalingId }).HasDatabaseName("ix_herhaling_begonnen");
    }
}

internal sealed class HerhalingdeelMapping : IEntityTypeConfiguration<HerhalingdeelRow>
{
    public void Configure(EntityTypeBuilder<HerhalingdeelRow> builder)
    {
        builder.ToTable("herhalingdeel", "inbox");
        builder.HasKey(d => new { d.Gemeentecode, d.HerhalingId, d.BerichtId }).HasName("pk_herhalingdeel");
        builder.Property(d => d.Gemeentecode).HasMaxLength(4);
        builder.Property(d => d.RedenVoor).HasMaxLength(64);
        builder.Property(d => d.Reden).HasMaxLength(64);
        builder.Property(d => d.Uitkomst).HasConversion<short?>();
        builder.HasIndex(d => new { d.Gemeentecode, d.BerichtId }).IsUnique().HasFilter("uitkomst is null").HasDatabaseName("ux_herhalingdeel_open");
    }
}

internal sealed class AfkeurbesluitMapping : IEntityTypeConfiguration<AfkeurbesluitRow>
{
    public void Configure(EntityTypeBuilder<AfkeurbesluitRow> builder)
    {
        builder.ToTable("afkeurbesluit", "inbox");
        builder.HasKey(b => new { b.Gemeentecode, b.BesluitId }).HasName("pk_afkeurbesluit");
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.Soort).HasMaxLength(16);
        builder.Property(b => b.Reden).HasMaxLength(500);
        builder.Property(b => b.Redencode).HasMaxLength(64);
        builder.HasIndex(b => new { b.Gemeentecode, b.BerichtId, b.Op }).HasDatabaseName("ix_afkeurbesluit_bericht");
    }
}
