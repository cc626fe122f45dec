using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class BronkeuzeMapping : IEntityTypeConfiguration<BronkeuzeRow>
{
    public void Configure(EntityTypeBuilder<BronkeuzeRow> builder)
    {
        builder.ToTable("bronkeuze", "dossiers");
        builder.HasKey(k => new { k.Gemeentecode, k.KeuzeId }).HasName("pk_bronkeuze");
        builder.Property(k => k.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(k => new { k.Gemeentecode, k.DossierId, k.Categorie, k.Veld, k.Onderdeel }).IsUnique().HasFilter("actueel").HasDatabaseName("ux_bronkeuze_actueel");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(k => new { k.Gemeentecode, k.DossierId })
            .HasConstraintName("fk_bronkeuze_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}
