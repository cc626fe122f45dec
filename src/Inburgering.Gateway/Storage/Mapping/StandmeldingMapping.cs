using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class StandmeldingMapping : IEntityTypeConfiguration<StandmeldingRow>
{
    public void Configure(EntityTypeBuilder<StandmeldingRow> builder)
    {
        builder.ToTable("standmelding", "synchronisatie");
        builder.HasKey(m => new { m.Gemeentecode, m.MeldingId }).HasName("pk_standmelding");
        builder.Property(m => m.Gemeentecode).HasMaxLength(4);
        builder.Property(m => m.Naam).HasMaxLength(200);
        builder.Property(m => m.Van).HasMaxLength(32);
        builder.Property(m => m.Naar).HasMaxLength(32);
        builder.Property(m => m.Zin).HasMaxLength(400);
        builder.Property(m => m.Pogingen).HasDefaultValue(0);
        builder.HasIndex(m => new { m.Gemeentecode, m.SynchronisatieId, m.Volgnummer }).IsUnique().HasDatabaseName("ux_standmelding_volgnummer");
        builder.HasIndex(m => new { m.Gemeentecode, m.VolgendePoging }).HasFilter("volgende_poging is not null").HasDatabaseName("ix_standmelding_wacht");
    }
}
