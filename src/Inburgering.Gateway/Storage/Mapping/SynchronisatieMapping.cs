using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class SynchronisatieMapping : IEntityTypeConfiguration<SynchronisatieRow>
{
    public void Configure(EntityTypeBuilder<SynchronisatieRow> builder)
    {
        builder.ToTable("synchronisatie", "synchronisatie");
        builder.HasKey(s => new { s.Gemeentecode, s.SynchronisatieId }).HasName("pk_synchronisatie");
        builder.Property(s => s.Gemeentecode).HasMaxLength(4);
        builder.Property(s => s.Partner).HasMaxLength(64);
        builder.Property(s => s.Soort).HasMaxLength(64);
        builder.Property(s => s.Rooster).HasColumnType("jsonb");
        builder.Property(s => s.Instantie).HasMaxLength(64);
        builder.HasIndex(s => new { s.Gemeentecode, s.Partner, s.Soort }).IsUnique().HasFilter("instantie is null").HasDatabaseName("ux_synchronisatie_soort");
        builder.HasIndex(s => new { s.Gemeentecode, s.Partner, s.Soort, s.Instantie }).IsUnique().HasFilter("instantie is not null").HasDatabaseName("ux_synchronisatie_instantie");
    }
}

internal sealed class SynchronisatiewijzigingMapping : IEntityTypeConfiguration<SynchronisatiewijzigingRow>
{
    public void Configure(EntityTypeBuilder<SynchronisatiewijzigingRow> builder)
    {
        builder.ToTable("wijziging", "synchronisatie");
        builder.HasKey(w => new { w.Gemeentecode, w.WijzigingId }).HasName("pk_wijziging");
        builder.Property(w => w.Gemeentecode).HasMaxLength(4);
        builder.Property(w => w.Soort).HasMaxLength(16);
        builder.Property(w => w.Reden).HasMaxLength(500);
        builder.Property(w => w.Rooster).HasColumnType("jsonb");
        builder.HasIndex(w => new { w.Gemeentecode, w.SynchronisatieId, w.Op }).HasDatabaseName("ix_wijziging_op");
    }
}

internal sealed class UitvoeringMapping : IEntityTypeConfiguration<UitvoeringRow>
{
    public void Configure(EntityTypeBuilder<UitvoeringRow> builder)
    {
        builder.ToTable("uitvoering", "synchronisatie");
        builder.HasKey(u => new { u.Gemeentecode, u.UitvoeringId }).HasName("pk_uitvoering");
        builder.Property(u => u.Gemeentecode).HasMaxLength(4);
        builder.Property(u => u.Aanleiding).HasMaxLength(16);
        builder.Property(u => u.Toelichting).HasMaxLength(500);
        builder.Property(u => u.TraceId).HasMaxLength(32);
        builder.Property(u => u.Reden).HasMaxLength(64);
        builder.Property(u => u.Status).HasConversion<short>();
        builder.HasIndex(u => new { u.Gemeentecode, u.SynchronisatieId, u.Moment }).IsUnique().HasFilter("moment is not null").HasDatabaseName("ux_uitvoering_moment");
        builder.HasIndex(u => new { u.Gemeentecode, u.SynchronisatieId }).IsUnique().HasFilter("status = 0 and periode_van is null and dag is null").HasDatabaseName("ux_uitvoering_loopt");
        builder.HasIndex(u => new { u.Gemeentecode, u.SynchronisatieId, u.Dag }).IsUnique().HasFilter("dag is not null").HasDatabaseName("ux_uitvoering_dag");
        builder.HasIndex(u => new { u.Gemeentecode, u.SynchronisatieId }, "ux_uitvoering_inhaal").IsUnique().HasFilter("status in (0, 6) and periode_van is not null");
        builder.HasIndex(u => new { u.Gemeentecode, u.VervolgVan }).IsUnique().HasFilter("vervolg_van is not null").HasDatabaseName("ux_uitvoering_vervolg");
        builder.HasIndex(u => new { u.Gemeentecode, u.SynchronisatieId, u.BegonnenOp, u.UitvoeringId }).HasDatabaseName("ix_uitvoering_begonnen");
    }
}

internal sealed class WachtmomentMapping : IEntityTypeConfiguration<WachtmomentRow>
{
    public void Configure(EntityTypeBuilder<WachtmomentRow> builder)
    {
        builder.ToTable("wachtmoment", "synchronisatie");
        builder.HasKey(w => new { w.Gemeentecode, w.UitvoeringId, w.Van }).HasName("pk_wachtmoment");
        builder.Property(w => w.Gemeentecode).HasMaxLength(4);
        builder.Property(w => w.Reden).HasMaxLength(64);
    }
}
